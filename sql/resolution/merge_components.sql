-- Components as they are now; and the deals of those that were, out of the index.
update resolution.assertion a
set component = coalesce(n.component, a.assertion)
from affected_assertion x
left join new_component n using (assertion)
where a.assertion = x.assertion
  and a.component <> coalesce(n.component, a.assertion);

insert into touched_claim_set
select claim_set
from resolution.deal
join touched_component using (component);

insert into touched_deal
select d.deal_key
from touched_claim_set
join mart.fact_deal d using (claim_set)
on conflict do nothing;

insert into touched_chain
select distinct chain
from touched_claim_set
join resolution.chain using (claim_set);

insert into touched_rate_day
select distinct rate_day
from touched_claim_set
join resolution.deal using (claim_set)
where rate_day is not null;

insert into doubtful_entity
select 'company', company_id from mart.bridge_deal_company join touched_deal using (deal_key)
union
select 'chip', chip_id from mart.bridge_deal_chip join touched_deal using (deal_key)
union
select 'model', model_id from mart.bridge_deal_model join touched_deal using (deal_key)
union
select 'product', product_id from mart.bridge_deal_product join touched_deal using (deal_key)
on conflict do nothing;

delete from resolution.deal d using touched_claim_set t where d.claim_set = t.claim_set;
delete from resolution.chain c using touched_claim_set t where c.claim_set = t.claim_set;
