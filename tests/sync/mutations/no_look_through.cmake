set(SOURCE sync/hub/media/arrivals.cpp)
set(FROM [==[
if (!m_files.unentered()) return;
]==])
set(TO [==[
if (m_clock.wallMs() != 0) return;
]==])
