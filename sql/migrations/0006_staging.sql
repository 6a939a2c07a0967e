-- Rows on their way into the mart, by natural keys. Each refresh empties and fills them inside its transaction.
create unlogged table staging.company (
  company_id text collate "C" not null,
  valid_from date not null,
  valid_to date not null,
  name_en text not null,
  name_ja text not null,
  name_zh text not null,
  kind text,
  country text,
  founded text,
  ticker text,
  website text,
  parent_id text,
  ultimate_parent_id text,
  is_discovered boolean not null
);
comment on table staging.company is 'Versions of companies as the catalogue has them.';

create unlogged table staging.model (
  model_id text collate "C" not null,
  valid_from date not null,
  valid_to date not null,
  name_en text not null,
  name_ja text not null,
  name_zh text not null,
  family text,
  version text,
  developer_id text,
  first_release text,
  kind text,
  open_weights boolean,
  parameters numeric,
  is_discovered boolean not null
);
comment on table staging.model is 'Versions of models as the catalogue has them.';

create unlogged table staging.chip (
  chip_id text collate "C" not null,
  valid_from date not null,
  valid_to date not null,
  name_en text not null,
  name_ja text not null,
  name_zh text not null,
  family text,
  vendor_id text,
  kind text,
  announced text,
  process_nm numeric,
  memory_gb numeric,
  is_discovered boolean not null
);
comment on table staging.chip is 'Versions of chips as the catalogue has them.';

create unlogged table staging.product (
  product_id text collate "C" not null,
  valid_from date not null,
  valid_to date not null,
  name_en text not null,
  name_ja text not null,
  name_zh text not null,
  vendor_id text,
  kind text,
  is_discovered boolean not null
);
comment on table staging.product is 'Versions of products as the catalogue has them.';

create unlogged table staging.person (
  person_id text collate "C" not null,
  valid_from date not null,
  valid_to date not null,
  name_en text not null,
  name_ja text not null,
  name_zh text not null,
  company_id text,
  role text,
  is_discovered boolean not null
);
comment on table staging.person is 'Versions of people as the catalogue has them.';

create unlogged table staging.article_cluster (
  article_id text collate "C" not null,
  cluster_id text collate "C" not null
);
comment on table staging.article_cluster is 'The representative of each article that has near-duplicates.';

create unlogged table staging.deal (
  claim_set text collate "C" not null,
  deal_type text not null,
  deal_status text not null,
  nature text not null,
  is_additive boolean not null,
  amount numeric,
  currency text,
  qualifier text,
  amount_low numeric,
  amount_high numeric,
  amount_period text,
  amount_usd numeric,
  usd_basis text,
  restated text,
  stake_percent numeric,
  round text,
  duration_months integer,
  capacity_watt numeric,
  capacity_count numeric,
  rumored_on text,
  announced_on text,
  signed_on text,
  completed_on text,
  terminated_on text,
  starts_on text,
  ends_on text,
  first_told_on text,
  independent_sources integer not null,
  confidence numeric(4,3) not null,
  has_slip boolean not null
);
comment on table staging.deal is 'Deals as resolved.';

create unlogged table staging.deal_party (
  claim_set text collate "C" not null,
  company_id text collate "C" not null,
  role text not null,
  share numeric not null,
  is_share_stated boolean not null
);
comment on table staging.deal_party is 'Parties of deals as resolved.';

create unlogged table staging.deal_entity (
  claim_set text collate "C" not null,
  entity_type text not null,
  entity_id text collate "C" not null
);
comment on table staging.deal_entity is 'Chips, models and products that deals are about.';

create unlogged table staging.deal_relation (
  claim_set text collate "C" not null,
  relation text not null,
  other_claim_set text collate "C" not null
);
comment on table staging.deal_relation is 'Relations between deals.';

create unlogged table staging.deal_conflict (
  claim_set text collate "C" not null,
  conflict_index integer not null,
  attribute text not null,
  kind text not null,
  detail text not null
);
comment on table staging.deal_conflict is 'Contradictions.';

create unlogged table staging.deal_change (
  claim_set text collate "C" not null,
  change_index integer not null,
  told_on text,
  attribute text not null,
  old_value text,
  new_value text not null,
  article_id text collate "C" not null,
  claim_index integer not null
);
comment on table staging.deal_change is 'Changes of the consensus.';

create unlogged table staging.deal_claim (
  article_id text collate "C" not null,
  claim_index integer not null,
  claim_set text collate "C" not null,
  deal_type text not null,
  deal_status text not null,
  is_main boolean not null,
  nature text,
  amount numeric,
  currency text,
  qualifier text,
  amount_low numeric,
  amount_high numeric,
  amount_period text,
  restated text,
  stake_percent numeric,
  round text,
  duration_months integer,
  announced_on text,
  starts_on text,
  ends_on text,
  part_of_index integer,
  attributed_to text,
  is_slip boolean not null,
  confidence numeric(4,3) not null
);
comment on table staging.deal_claim is 'Deals as told by articles.';

create unlogged table staging.claim_value (
  article_id text collate "C" not null,
  claim_index integer not null,
  value_index integer not null,
  attribute text not null,
  value text not null,
  span_start integer not null,
  span_end integer not null,
  is_in_title boolean not null,
  quote text not null,
  rule text not null,
  confidence numeric(4,3) not null,
  is_chosen boolean not null,
  why_not text
);
comment on table staging.claim_value is 'Values of claims with their proof.';

create unlogged table staging.mention (
  article_id text collate "C" not null,
  entity_type text not null,
  entity_id text collate "C" not null,
  name text not null,
  mention_count integer not null,
  first_start integer not null,
  first_end integer not null,
  is_in_title boolean not null,
  confidence numeric(4,3) not null
);
comment on table staging.mention is 'Entities that articles name.';

create unlogged table staging.metric (
  metric_id text collate "C" not null,
  subject_type text not null,
  subject_id text collate "C" not null,
  measure text not null,
  unit text not null,
  period text,
  value numeric not null,
  value_low numeric not null,
  value_high numeric not null,
  qualifier text not null,
  independent_sources integer not null,
  confidence numeric(4,3) not null
);
comment on table staging.metric is 'Figures as resolved.';

create unlogged table staging.metric_claim (
  article_id text collate "C" not null,
  metric_index integer not null,
  metric_id text collate "C" not null,
  value numeric not null,
  value_low numeric,
  value_high numeric,
  qualifier text,
  confidence numeric(4,3) not null,
  span_start integer not null,
  span_end integer not null,
  is_in_title boolean not null,
  quote text not null,
  rule text not null
);
comment on table staging.metric_claim is 'Figures as told by articles.';

create unlogged table staging.model_relation (
  model_relation_id text collate "C" not null,
  subject_type text not null,
  subject_id text collate "C" not null,
  relation text not null,
  object_type text not null,
  object_id text collate "C" not null,
  deal_status text,
  independent_sources integer not null,
  confidence numeric(4,3) not null
);
comment on table staging.model_relation is 'Relations of models as resolved.';

create unlogged table staging.model_relation_claim (
  article_id text collate "C" not null,
  fact_index integer not null,
  model_relation_id text collate "C" not null,
  claimed_by text,
  deal_status text,
  confidence numeric(4,3) not null,
  span_start integer not null,
  span_end integer not null,
  is_in_title boolean not null,
  quote text not null,
  rule text not null
);
comment on table staging.model_relation_claim is 'Relations of models as told by articles.';

create unlogged table staging.exchange_rate (
  currency text not null,
  rate_on text,
  usd_per_unit numeric not null,
  basis text not null
);
comment on table staging.exchange_rate is 'Rates used.';

create unlogged table staging.entity (
  entity_type text not null,
  entity_id text collate "C" not null,
  name text
);
comment on table staging.entity is 'Every entity that a fact names, by kind: what dimensions must have a member for.';

create unlogged table staging.deal_number (
  claim_set text collate "C" primary key,
  deal_key bigint not null unique,
  as_of date not null
);
comment on table staging.deal_number is 'The number that each resolved deal keeps or gets, and the day whose versions of the dimensions it points to.';

create unlogged table staging.deal_heir (
  old_deal_key bigint primary key,
  claim_set text collate "C" not null
);
comment on table staging.deal_heir is 'For each number in the mart the resolved deal that inherits it: the part with the smallest claim.';

create unlogged table staging.touched_article (
  article_id text collate "C" primary key
);
comment on table staging.touched_article is 'Articles whose own rows this refresh makes again; all of them where dimensions or rules changed.';
