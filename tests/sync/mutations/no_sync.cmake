set(SOURCE core/sqlite/database.cpp)
set(FROM [==[
PRAGMA synchronous = FULL
]==])
set(TO [==[
PRAGMA synchronous = NORMAL
]==])
