set(SOURCE sync/hub/committer.cpp)
set(FROM [==[
        for (Job* job : group) doInSavepoint(*job);
]==])
set(TO [==[
        for (Job* job : group) doInSavepoint(*job);
        {
            const std::lock_guard lock(m_mutex);
            for (Job* job : group) job->done = true;
        }
        group.clear();
        m_finished.notify_all();
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
]==])
