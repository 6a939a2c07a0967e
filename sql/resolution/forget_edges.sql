-- Chains of deals that were or are touched are gone through again; so is what articles state of such deals.
insert into touched_chain
select distinct chain
from staging.deal
join resolution.chain using (claim_set)
on conflict do nothing;
analyze touched_chain;

insert into dropped_edge
select e.claim_set, e.other_claim_set
from resolution.edge e
join touched_chain using (chain)
union
select e.claim_set, e.other_claim_set
from touched_claim_set t
join resolution.edge e on e.claim_set = t.claim_set
where e.chain = 0
union
select e.claim_set, e.other_claim_set
from touched_claim_set t
join resolution.edge e on e.other_claim_set = t.claim_set
where e.chain = 0;

delete from resolution.edge e using touched_chain t where e.chain = t.chain;
delete from resolution.edge e using touched_claim_set t where e.chain = 0 and e.claim_set = t.claim_set;
delete from resolution.edge e using touched_claim_set t where e.chain = 0 and e.other_claim_set = t.claim_set;

-- An article that calls one of its claims a part of another relates their deals.
insert into resolution.edge (chain, claim_set, relation, other_claim_set)
select distinct 0, part.claim_set, 'part_of', whole.claim_set
from (
  select p.*
  from resolution.part p
  join staging.deal_claim c on c.article_id = p.article_id and c.claim_index = p.claim_index
  union
  select p.*
  from resolution.part p
  join staging.deal_claim c on c.article_id = p.article_id and c.claim_index = p.part_of_index
) p
cross join lateral (
  select coalesce(
    (select c.claim_set from staging.deal_claim c where c.article_id = p.article_id and c.claim_index = p.claim_index),
    (
      select d.claim_set
      from mart.dim_article a
      join mart.fact_deal_claim c using (article_key)
      join mart.fact_deal d using (deal_key)
      where a.article_id = p.article_id
        and c.claim_index = p.claim_index
    )) as claim_set
) part
cross join lateral (
  select coalesce(
    (select c.claim_set from staging.deal_claim c where c.article_id = p.article_id and c.claim_index = p.part_of_index),
    (
      select d.claim_set
      from mart.dim_article a
      join mart.fact_deal_claim c using (article_key)
      join mart.fact_deal d using (deal_key)
      where a.article_id = p.article_id
        and c.claim_index = p.part_of_index
    )) as claim_set
) whole
where part.claim_set <> whole.claim_set
on conflict do nothing;
