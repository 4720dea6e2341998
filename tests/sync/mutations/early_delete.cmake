set(SOURCE core/store/media.cpp)
set(FROM [==[
m.kind = 'photo' AND m.state = 'received'
]==])
set(TO [==[
m.kind = 'photo'
]==])
