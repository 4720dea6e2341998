set(SOURCE sync/hub/committer.cpp)
set(FROM [==[
        for (Job* job : group) doInSavepoint(*job);
]==])
set(TO [==[
        for (Job* job : group) doInSavepoint(*job);
        tell(group);
        group.clear();
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
]==])
