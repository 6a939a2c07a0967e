-- What raw knows of each pair of hash and address: 'current', 'older' (facts of another version) or null.
-- $1 hashes, $2 addresses, $3 extractor.
select
  case
    when bool_or(a.extractor_id = $3::integer and a.uri <= asked.uri and a.content is not null) then 'current'
    when bool_or(a.extractor_id <> $3::integer and a.content is not null) then 'older'
  end
from unnest($1::text[], $2::text[]) with ordinality as asked (sha256, uri, place)
left join raw.article a on a.sha256 = asked.sha256
group by asked.place
order by asked.place
