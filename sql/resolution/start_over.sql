-- A full refresh: every article is touched, and so is everything in the mart.
truncate
  resolution.claim, resolution.part, resolution.assertion, resolution.block, resolution.link, resolution.deal,
  resolution.chain, resolution.edge, resolution.figure_claim, resolution.figure, resolution.signature, resolution.band,
  resolution.copy, resolution.representative, resolution.state;
insert into touched_deal select deal_key from mart.fact_deal;
insert into touched_source select source_key from mart.dim_source where source_key > 0;
insert into doubtful_entity
select 'company', company_id from mart.dim_company where is_inferred
union
select 'model', model_id from mart.dim_model where is_inferred
union
select 'chip', chip_id from mart.dim_chip where is_inferred
union
select 'product', product_id from mart.dim_product where is_inferred
union
select 'person', person_id from mart.dim_person where is_inferred;
