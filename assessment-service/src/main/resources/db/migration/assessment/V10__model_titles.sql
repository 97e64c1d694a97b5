-- A model's title by language. Rows written before have the English one only, until the view is rebuilt.
alter table model_version add column titles jsonb;
