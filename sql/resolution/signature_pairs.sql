-- The first article of each touched band beside the others.
select f.band, f.first_id, b.article_id, one.hashes, other.hashes
from (
  select band, min(article_id) as first_id
  from resolution.band
  join touched_band using (band)
  group by band
  having count(*) > 1
) f
join resolution.band b on b.band = f.band and b.article_id <> f.first_id
join resolution.signature one on one.article_id = f.first_id
join resolution.signature other on other.article_id = b.article_id
