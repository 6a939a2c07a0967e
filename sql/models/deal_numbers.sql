-- Numbers of deals. Where deals merge, the oldest number survives; where one splits, the part with the smallest claim keeps it.
insert into staging.deal_heir (old_deal_key, claim_set)
select distinct on (f.deal_key) f.deal_key, c.claim_set
from staging.deal_claim c
join mart.dim_article a using (article_id)
join mart.fact_deal_claim f on f.article_key = a.article_key and f.claim_index = c.claim_index
order by f.deal_key, c.article_id, c.claim_index;

insert into staging.deal_number (claim_set, deal_key, as_of)
select
  ordered.claim_set,
  coalesce(ordered.kept_key, nextval('mart.deal_key_sequence')),
  ordered.as_of
from (
  select
    d.claim_set,
    kept.deal_key as kept_key,
    coalesce(ops.first_day(d.announced_on), ops.first_day(d.first_told_on), date '9999-12-31') as as_of
  from staging.deal d
  left join (
    select claim_set, min(old_deal_key) as deal_key
    from staging.deal_heir
    group by claim_set
  ) kept using (claim_set)
  order by d.claim_set
) ordered;
analyze staging.deal_number;
analyze staging.deal_heir;

insert into touched_deal
select deal_key
from staging.deal_number
on conflict do nothing;

-- Deals that are only related to those resolved again keep the number that they have.
insert into staging.deal_number (claim_set, deal_key, as_of)
select f.claim_set, f.deal_key, date '9999-12-31'
from (
  select claim_set from related_deal
  union
  select other_claim_set from staging.deal_relation
) named
join mart.fact_deal f using (claim_set)
where not exists (select from staging.deal_number n where n.claim_set = f.claim_set);
