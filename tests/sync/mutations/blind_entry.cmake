set(SOURCE sync/hub/media/files.cpp)
set(FROM [==[
found->sha256 == sha256.value
]==])
set(TO [==[
!found->sha256.empty()
]==])
