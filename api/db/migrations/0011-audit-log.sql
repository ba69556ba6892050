-- The log is read newest first, by one actor, by one thing, or by day.
create index audit_log_actor on audit_log (actor, id desc);
create index audit_log_entity on audit_log (entity, entity_id, id desc);
create index audit_log_at on audit_log (at);
