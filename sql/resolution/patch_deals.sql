-- What relations say of deals: parts of a whole with an amount are not added up beside it; parts may not exceed the whole.
insert into staging.deal_conflict (claim_set, conflict_index, attribute, kind, detail)
select w.claim_set, d.conflicts, w.attribute, w.kind, w.detail
from whole_conflict w
join resolution.deal d using (claim_set);

update staging.deal d
set is_additive = false
where is_additive
  and exists (
    select
    from resolution.edge e
    join resolution.deal whole on whole.claim_set = e.other_claim_set
    where e.claim_set = d.claim_set
      and e.relation = 'part_of'
      and whole.has_amount
  );

-- Deals that were not resolved again keep their row but for that.
insert into deal_patch (deal_key, claim_set, is_additive, base_conflicts, conflict_count)
select
  f.deal_key,
  d.claim_set,
  d.is_additive and not exists (
    select
    from resolution.edge e
    join resolution.deal whole on whole.claim_set = e.other_claim_set
    where e.claim_set = d.claim_set
      and e.relation = 'part_of'
      and whole.has_amount
  ),
  d.conflicts,
  d.conflicts + (select count(*) from whole_conflict w where w.claim_set = d.claim_set)
from related_deal
join resolution.deal d using (claim_set)
join mart.fact_deal f using (claim_set)
where not exists (select from staging.deal s where s.claim_set = d.claim_set);
analyze deal_patch;
