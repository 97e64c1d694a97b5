-- known-v1: titles of a tenant's own version in the other languages that reports speak: {"fr": {"title", "stages",
-- "dimensions"}, …}. Null where it was published before this and the view was not rebuilt since: it is told in English.

alter table model_version add column words jsonb;
