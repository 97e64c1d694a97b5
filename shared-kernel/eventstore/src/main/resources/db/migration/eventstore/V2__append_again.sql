-- When a connection is lost while it commits, the appender looks whether its own events are there. It still never sees
-- what an event says.
grant select (event_id, position) on event to appender;
