set(SOURCE sync/client/pull.cpp)
set(FROM [==[
    SQLite::Transaction transaction(round.db);
    store::Records records(round.db);
]==])
set(TO [==[
    store::SyncState(round.db).putCursor({page.head.epoch, page.head.scope, page.head.nextAfter});
    SQLite::Transaction transaction(round.db);
    store::Records records(round.db);
]==])
