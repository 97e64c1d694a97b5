-- One line for each thing that is wrong, none when all is well. Takes a look at every event.
select 'the head is at ' || h.position || ' and the last event at ' || coalesce(max(e.position), 0)
from eventstore.head h left join eventstore.event e on true
group by h.position having coalesce(max(e.position), 0) > h.position
union all
select 'stream ' || stream_id || ' has a hole: ' || count(*) || ' events, and the last one is version ' || max(version)
from eventstore.event group by tenant_id, stream_id having count(*) <> max(version) + 1
union all
-- a tenant that was erased took its positions along, all others must be there
select 'there are ' || count(e.position) || ' events before position ' || h.position || ', and no tenant was erased'
from eventstore.head h left join eventstore.event e on true
where not exists (select from eventstore.erased)
group by h.position having count(e.position) <> h.position
union all
select p.name || ' has seen position ' || max(p.position) || ' and the store ends at ' || h.position
from eventstore.head h, (
    select name, position from assessment.projection
    union all
    select name, position from reporting.projection) p
group by p.name, h.position having max(p.position) > h.position;
