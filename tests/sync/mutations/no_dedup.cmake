set(SOURCE sync/hub/resources/push.cpp)
set(FROM [==[
auto known = findOutcome(connection, record.id)
]==])
set(TO [==[
auto known = std::optional<protocol::PushResult>()
]==])
