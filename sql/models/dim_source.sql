-- One publisher.
select distinct publisher as source_id, publisher as name
from raw.current_article
where publisher is not null
  and publisher not in ('unknown', 'not_applicable')
