-- The queue asks of 10,000 records whether they were refused and are on the hub: answered without reading their bodies.
CREATE INDEX record_state ON record (id, refused, hub_seq);
