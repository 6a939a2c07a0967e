-- Articles that a blocking check names are set aside, so that they do not keep the others out.
alter table raw.article add column quarantined_by text;
comment on column raw.article.quarantined_by is 'The check that this revision broke; null where it takes part. A new extraction tries it again.';

create or replace view raw.current_article as
select distinct on (article_id) *
from raw.article
where quarantined_by is null
order by
  article_id,
  ops.first_day(coalesce(modified_on, published_on)) desc nulls last,
  ops.first_day(published_on) desc nulls last,
  sha256 desc;
