set(SOURCE sync/hub/media/upload.cpp)
set(FROM [==[
m_hash.hex() != m_row.sha256.value
]==])
set(TO [==[
m_hash.hex().empty()
]==])
