set(SOURCE core/store/media.cpp)
set(FROM [==[
m.kind = 'photo' AND m.state = 'received' AND EXISTS
                    (SELECT 1 FROM photo_receipt t WHERE t.sha256 = m.sha256 AND t.hub_seq <= ?1)
]==])
set(TO [==[
m.kind = 'photo'
]==])
