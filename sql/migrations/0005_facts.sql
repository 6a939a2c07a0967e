-- Facts and bridges. The comment of each opens with its grain.
create sequence mart.deal_key_sequence as bigint;
comment on sequence mart.deal_key_sequence is 'Numbers of deals; a number is never given twice.';

create table mart.fact_deal (
  deal_key bigint primary key,
  claim_set text collate "C" not null unique,
  deal_type_key smallint not null references mart.dim_deal_type,
  deal_status_key smallint not null references mart.dim_deal_status,
  nature text not null,
  is_additive boolean not null,
  amount numeric,
  currency_key smallint not null references mart.dim_currency,
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
  rumored_date_key integer not null references mart.dim_date,
  rumored_on text,
  announced_date_key integer not null references mart.dim_date,
  announced_on text,
  signed_date_key integer not null references mart.dim_date,
  signed_on text,
  completed_date_key integer not null references mart.dim_date,
  completed_on text,
  terminated_date_key integer not null references mart.dim_date,
  terminated_on text,
  starts_date_key integer not null references mart.dim_date,
  starts_on text,
  ends_date_key integer not null references mart.dim_date,
  ends_on text,
  as_of_date_key integer not null references mart.dim_date,
  claim_count integer not null,
  independent_sources integer not null,
  confidence numeric(4,3) not null,
  conflict_count integer not null,
  has_slip boolean not null
);
comment on table mart.fact_deal is 'One real-world deal, an accumulating snapshot of what its claims agree on.';
comment on column mart.fact_deal.deal_key is 'Number of the deal, stable over runs.';
comment on column mart.fact_deal.claim_set is 'Natural key: SHA-256 over the sorted keys of its claims.';
comment on column mart.fact_deal.deal_type_key is 'Type.';
comment on column mart.fact_deal.deal_status_key is 'Stage, or how sure; see its class.';
comment on column mart.fact_deal.nature is 'event (one happening), standing (a relation that stands), cumulative (a sum over several payments).';
comment on column mart.fact_deal.is_additive is 'May be added up with other deals; false for parts, sums that cover other deals, standing relations.';
comment on column mart.fact_deal.amount is 'Headline total in its own currency, exact.';
comment on column mart.fact_deal.currency_key is 'Currency of the amount.';
comment on column mart.fact_deal.qualifier is 'exact, about, at_least or up_to; null without an amount.';
comment on column mart.fact_deal.amount_low is 'Least amount that a claim tells, in the same currency.';
comment on column mart.fact_deal.amount_high is 'Greatest amount that a claim tells, in the same currency.';
comment on column mart.fact_deal.amount_period is 'year, month … where the amount is a rate.';
comment on column mart.fact_deal.amount_usd is 'Amount in US dollars at the rate of usd_basis.';
comment on column mart.fact_deal.usd_basis is 'Which rate: announced, first_claim, period_mean, peg, same_currency.';
comment on column mart.fact_deal.restated is 'The same sum as told in other currencies: 5800000000000 JPY.';
comment on column mart.fact_deal.stake_percent is 'Stake in percent.';
comment on column mart.fact_deal.round is 'Funding round: Series F.';
comment on column mart.fact_deal.duration_months is 'Duration in months.';
comment on column mart.fact_deal.capacity_watt is 'Size in watts.';
comment on column mart.fact_deal.capacity_count is 'Size in chips or machines.';
comment on column mart.fact_deal.rumored_date_key is 'First day that the date it was first rumoured can mean; -1 not stated.';
comment on column mart.fact_deal.rumored_on is 'When it was first rumoured, as exact as told.';
comment on column mart.fact_deal.announced_date_key is 'First day that the date it was announced can mean; -1 not stated.';
comment on column mart.fact_deal.announced_on is 'When it was announced, as exact as told.';
comment on column mart.fact_deal.signed_date_key is 'First day that the date it was signed can mean; -1 not stated.';
comment on column mart.fact_deal.signed_on is 'When it was signed, as exact as told.';
comment on column mart.fact_deal.completed_date_key is 'First day that the date it was completed can mean; -1 not stated.';
comment on column mart.fact_deal.completed_on is 'When it was completed, as exact as told.';
comment on column mart.fact_deal.terminated_date_key is 'First day that the date it was terminated can mean; -1 not stated.';
comment on column mart.fact_deal.terminated_on is 'When it was terminated, as exact as told.';
comment on column mart.fact_deal.starts_date_key is 'First day that the date it was to start can mean; -1 not stated.';
comment on column mart.fact_deal.starts_on is 'When it was to start, as exact as told.';
comment on column mart.fact_deal.ends_date_key is 'First day that the date it was to end can mean; -1 not stated.';
comment on column mart.fact_deal.ends_on is 'When it was to end, as exact as told.';
comment on column mart.fact_deal.as_of_date_key is 'Day whose versions of the dimensions it points to: announced, else first told; -1 for the current ones.';
comment on column mart.fact_deal.claim_count is 'Claims that tell it.';
comment on column mart.fact_deal.independent_sources is 'Sources that do not copy each other.';
comment on column mart.fact_deal.confidence is 'How sure, 0 to 1.';
comment on column mart.fact_deal.conflict_count is 'Contradictions between or within its claims; see fact_deal_conflict.';
comment on column mart.fact_deal.has_slip is 'Some source misprints a magnitude.';

create index fact_deal_announced on mart.fact_deal (announced_date_key);

create table mart.deal_redirect (
  old_deal_key bigint primary key,
  deal_key bigint not null references mart.fact_deal on delete cascade
);
comment on table mart.deal_redirect is 'One number of a deal that was merged into another, so that bookmarks keep working.';
comment on column mart.deal_redirect.old_deal_key is 'Number that the deal had.';
comment on column mart.deal_redirect.deal_key is 'Number that it has now.';

create table mart.bridge_deal_deal (
  deal_key bigint not null references mart.fact_deal,
  relation text not null,
  other_deal_key bigint not null references mart.fact_deal,
  primary key (deal_key, relation, other_deal_key),
  check (relation in ('part_of', 'amends', 'covered_by', 'succeeds')),
  check (deal_key <> other_deal_key)
);
comment on table mart.bridge_deal_deal is 'One relation between two deals.';
comment on column mart.bridge_deal_deal.deal_key is 'The deal.';
comment on column mart.bridge_deal_deal.relation is 'part_of (a tranche of a round), amends, covered_by (an event inside a cumulative sum), succeeds.';
comment on column mart.bridge_deal_deal.other_deal_key is 'The deal that it is a part of, amends, is covered by or succeeds.';

create table mart.bridge_deal_company (
  deal_key bigint not null references mart.fact_deal,
  company_id text collate "C" not null,
  role_key smallint not null references mart.dim_role,
  company_key bigint not null references mart.dim_company,
  share numeric not null,
  is_share_stated boolean not null,
  primary key (deal_key, role_key, company_id),
  check (share >= 0 and share <= 1)
);
comment on table mart.bridge_deal_company is 'One party of a deal in a role.';
comment on column mart.bridge_deal_company.deal_key is 'The deal.';
comment on column mart.bridge_deal_company.company_id is 'Durable id of the company.';
comment on column mart.bridge_deal_company.role_key is 'Its role.';
comment on column mart.bridge_deal_company.company_key is 'Version of the company at the date of the deal.';
comment on column mart.bridge_deal_company.share is 'Fraction of the deal within its role; the shares of a role sum to 1.';
comment on column mart.bridge_deal_company.is_share_stated is 'The share is told by a source, not derived.';

create index bridge_deal_company_company on mart.bridge_deal_company (company_key);
create index bridge_deal_company_id on mart.bridge_deal_company (company_id);

create table mart.bridge_deal_chip (
  deal_key bigint not null references mart.fact_deal,
  chip_id text collate "C" not null,
  chip_key bigint not null references mart.dim_chip,
  primary key (deal_key, chip_id)
);
comment on table mart.bridge_deal_chip is 'One chip that a deal is about.';
comment on column mart.bridge_deal_chip.deal_key is 'The deal.';
comment on column mart.bridge_deal_chip.chip_id is 'Durable id of the chip.';
comment on column mart.bridge_deal_chip.chip_key is 'Version of the chip at the date of the deal.';

create index bridge_deal_chip_chip on mart.bridge_deal_chip (chip_key);

create table mart.bridge_deal_model (
  deal_key bigint not null references mart.fact_deal,
  model_id text collate "C" not null,
  model_key bigint not null references mart.dim_model,
  primary key (deal_key, model_id)
);
comment on table mart.bridge_deal_model is 'One model that a deal is about.';
comment on column mart.bridge_deal_model.deal_key is 'The deal.';
comment on column mart.bridge_deal_model.model_id is 'Durable id of the model.';
comment on column mart.bridge_deal_model.model_key is 'Version of the model at the date of the deal.';

create index bridge_deal_model_model on mart.bridge_deal_model (model_key);

create table mart.bridge_deal_product (
  deal_key bigint not null references mart.fact_deal,
  product_id text collate "C" not null,
  product_key bigint not null references mart.dim_product,
  primary key (deal_key, product_id)
);
comment on table mart.bridge_deal_product is 'One product that a deal is about.';
comment on column mart.bridge_deal_product.deal_key is 'The deal.';
comment on column mart.bridge_deal_product.product_id is 'Durable id of the product.';
comment on column mart.bridge_deal_product.product_key is 'Version of the product at the date of the deal.';

create index bridge_deal_product_product on mart.bridge_deal_product (product_key);

create table mart.fact_deal_claim (
  deal_claim_key bigint generated always as identity primary key,
  article_key bigint not null references mart.dim_article,
  claim_index integer not null,
  deal_key bigint not null references mart.fact_deal,
  deal_type_key smallint not null references mart.dim_deal_type,
  deal_status_key smallint not null references mart.dim_deal_status,
  is_main boolean not null,
  nature text,
  amount numeric,
  currency_key smallint not null references mart.dim_currency,
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
  confidence numeric(4,3) not null,
  unique (article_key, claim_index)
);
comment on table mart.fact_deal_claim is 'One deal as told by one article.';
comment on column mart.fact_deal_claim.deal_claim_key is 'Number of the claim.';
comment on column mart.fact_deal_claim.article_key is 'The article.';
comment on column mart.fact_deal_claim.claim_index is 'Place among the deals of the article, from 0.';
comment on column mart.fact_deal_claim.deal_key is 'The deal.';
comment on column mart.fact_deal_claim.deal_type_key is 'Type as told.';
comment on column mart.fact_deal_claim.deal_status_key is 'Stage as told.';
comment on column mart.fact_deal_claim.is_main is 'What the article is about, as against its background.';
comment on column mart.fact_deal_claim.nature is 'event, standing, cumulative, where told.';
comment on column mart.fact_deal_claim.amount is 'Headline total in its own currency, exact.';
comment on column mart.fact_deal_claim.currency_key is 'Currency of the amount.';
comment on column mart.fact_deal_claim.qualifier is 'exact, about, at_least or up_to; null without an amount.';
comment on column mart.fact_deal_claim.amount_low is 'Lower bound of a range as told.';
comment on column mart.fact_deal_claim.amount_high is 'Upper bound of a range as told.';
comment on column mart.fact_deal_claim.amount_period is 'year, month … where the amount is a rate.';
comment on column mart.fact_deal_claim.restated is 'The same sum in other currencies, as told.';
comment on column mart.fact_deal_claim.stake_percent is 'Stake as told.';
comment on column mart.fact_deal_claim.round is 'Round as told.';
comment on column mart.fact_deal_claim.duration_months is 'Duration as told.';
comment on column mart.fact_deal_claim.announced_on is 'Date of announcement as told.';
comment on column mart.fact_deal_claim.starts_on is 'Start as told.';
comment on column mart.fact_deal_claim.ends_on is 'End as told.';
comment on column mart.fact_deal_claim.part_of_index is 'Place of the claim that this one is a part of.';
comment on column mart.fact_deal_claim.attributed_to is 'Who says so, where the article names a source other than itself.';
comment on column mart.fact_deal_claim.is_slip is 'Amount and restatement do not fit each other.';
comment on column mart.fact_deal_claim.confidence is 'How sure the reading is, 0 to 1.';

create index fact_deal_claim_deal on mart.fact_deal_claim (deal_key);

create table mart.fact_claim_value (
  deal_claim_key bigint not null references mart.fact_deal_claim,
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
  why_not text,
  primary key (deal_claim_key, value_index),
  check (span_start >= 0 and span_end >= span_start),
  check (length(quote) <= 200)
);
comment on table mart.fact_claim_value is 'One value of one attribute of one claim, with its proof.';
comment on column mart.fact_claim_value.deal_claim_key is 'The claim.';
comment on column mart.fact_claim_value.value_index is 'Place among the values of the claim, from 0.';
comment on column mart.fact_claim_value.attribute is 'type, status, party, amount, restated, capacity …';
comment on column mart.fact_claim_value.value is 'The value in canonical text: 38000000000 USD.';
comment on column mart.fact_claim_value.span_start is 'First character of the proof, counted from 0 in the text (or title) of the article.';
comment on column mart.fact_claim_value.span_end is 'First character after the proof.';
comment on column mart.fact_claim_value.is_in_title is 'The span counts in the title.';
comment on column mart.fact_claim_value.quote is 'The proof, at most 200 characters of it.';
comment on column mart.fact_claim_value.rule is 'The rule that read it.';
comment on column mart.fact_claim_value.confidence is 'How sure the reading is, 0 to 1.';
comment on column mart.fact_claim_value.is_chosen is 'The consensus took this value.';
comment on column mart.fact_claim_value.why_not is 'Why the consensus did not: copy, outranked, earlier stage, slip …';

create table mart.fact_deal_conflict (
  deal_key bigint not null references mart.fact_deal,
  conflict_index integer not null,
  attribute text not null,
  kind text not null,
  detail text not null,
  primary key (deal_key, conflict_index)
);
comment on table mart.fact_deal_conflict is 'One contradiction between or within the claims of a deal.';
comment on column mart.fact_deal_conflict.deal_key is 'The deal.';
comment on column mart.fact_deal_conflict.conflict_index is 'Place among the contradictions of the deal, from 0.';
comment on column mart.fact_deal_conflict.attribute is 'What is contradicted.';
comment on column mart.fact_deal_conflict.kind is 'values (sources differ), slip (a misprinted magnitude), arithmetic (figures that do not come out).';
comment on column mart.fact_deal_conflict.detail is 'What contradicts what.';

create table mart.fact_deal_history (
  deal_key bigint not null references mart.fact_deal,
  change_index integer not null,
  told_date_key integer not null references mart.dim_date,
  told_on text,
  attribute text not null,
  old_value text,
  new_value text not null,
  article_key bigint not null references mart.dim_article,
  claim_index integer not null,
  primary key (deal_key, change_index)
);
comment on table mart.fact_deal_history is 'One change of the consensus on a deal, in the order of publication.';
comment on column mart.fact_deal_history.deal_key is 'The deal.';
comment on column mart.fact_deal_history.change_index is 'Place among the changes of the deal, from 0.';
comment on column mart.fact_deal_history.told_date_key is 'Day of publication that brought the change; -1 undated, told last.';
comment on column mart.fact_deal_history.told_on is 'That day as exact as known.';
comment on column mart.fact_deal_history.attribute is 'What changed.';
comment on column mart.fact_deal_history.old_value is 'What it was; null for the first telling.';
comment on column mart.fact_deal_history.new_value is 'What it became.';
comment on column mart.fact_deal_history.article_key is 'The article.';
comment on column mart.fact_deal_history.claim_index is 'The claim of that article that brought it.';

create table mart.fact_mention (
  article_key bigint not null references mart.dim_article,
  entity_type text not null,
  entity_id text collate "C" not null,
  entity_name text not null,
  company_key bigint not null references mart.dim_company,
  model_key bigint not null references mart.dim_model,
  chip_key bigint not null references mart.dim_chip,
  product_key bigint not null references mart.dim_product,
  person_key bigint not null references mart.dim_person,
  mention_count integer not null,
  first_start integer not null,
  first_end integer not null,
  is_in_title boolean not null,
  is_in_lead boolean not null,
  confidence numeric(4,3) not null,
  primary key (article_key, entity_type, entity_id),
  constraint one_entity check (
    (company_key <> -2)::integer + (model_key <> -2)::integer + (chip_key <> -2)::integer
      + (product_key <> -2)::integer + (person_key <> -2)::integer = 1
  )
);
comment on table mart.fact_mention is 'One article and one entity that it names.';
comment on column mart.fact_mention.article_key is 'The article.';
comment on column mart.fact_mention.entity_type is 'company, model, chip, product or person.';
comment on column mart.fact_mention.entity_id is 'Durable id of the entity.';
comment on column mart.fact_mention.entity_name is 'Its name as the extraction gave it.';
comment on column mart.fact_mention.company_key is 'The company, version at the date of publication; -2 not applicable.';
comment on column mart.fact_mention.model_key is 'The model, version at the date of publication; -2 not applicable.';
comment on column mart.fact_mention.chip_key is 'The chip, version at the date of publication; -2 not applicable.';
comment on column mart.fact_mention.product_key is 'The product, version at the date of publication; -2 not applicable.';
comment on column mart.fact_mention.person_key is 'The person, version at the date of publication; -2 not applicable.';
comment on column mart.fact_mention.mention_count is 'How often it is named.';
comment on column mart.fact_mention.first_start is 'First character of the first mention, from 0.';
comment on column mart.fact_mention.first_end is 'First character after it.';
comment on column mart.fact_mention.is_in_title is 'The title names it.';
comment on column mart.fact_mention.is_in_lead is 'The first 200 characters name it.';
comment on column mart.fact_mention.confidence is 'How sure the link is, 0 to 1.';

create table mart.fact_metric (
  metric_key bigint generated always as identity primary key,
  metric_id text collate "C" not null unique,
  subject_id text collate "C" not null,
  company_key bigint not null references mart.dim_company,
  model_key bigint not null references mart.dim_model,
  region_key smallint not null references mart.dim_region,
  measure_key smallint not null references mart.dim_measure,
  unit_key smallint not null references mart.dim_unit,
  period text,
  period_kind text not null,
  period_start_key integer not null references mart.dim_date,
  value numeric not null,
  value_low numeric not null,
  value_high numeric not null,
  qualifier text not null,
  claim_count integer not null,
  independent_sources integer not null,
  confidence numeric(4,3) not null,
  constraint one_subject check (
    (company_key <> -2)::integer + (model_key <> -2)::integer + (region_key <> -2)::integer = 1
  )
);
comment on table mart.fact_metric is 'One subject, measure, period and unit: what the figures told agree on.';
comment on column mart.fact_metric.metric_key is 'Number of the figure.';
comment on column mart.fact_metric.metric_id is 'Natural key: subject, measure, unit and period.';
comment on column mart.fact_metric.subject_id is 'Durable id of the subject.';
comment on column mart.fact_metric.company_key is 'Subject, if a company; else -2.';
comment on column mart.fact_metric.model_key is 'Subject, if a model; else -2.';
comment on column mart.fact_metric.region_key is 'Subject, if a country, the world or the industry; else -2.';
comment on column mart.fact_metric.measure_key is 'What it measures.';
comment on column mart.fact_metric.unit_key is 'Its unit.';
comment on column mart.fact_metric.period is 'The period as told: 2024, 2025-Q3, forecast 2030.';
comment on column mart.fact_metric.period_kind is 'actual, target, forecast or plan.';
comment on column mart.fact_metric.period_start_key is 'First day of the period; -1 not stated.';
comment on column mart.fact_metric.value is 'Consensus.';
comment on column mart.fact_metric.value_low is 'Least value told.';
comment on column mart.fact_metric.value_high is 'Greatest value told.';
comment on column mart.fact_metric.qualifier is 'exact, about, at_least or up_to.';
comment on column mart.fact_metric.claim_count is 'Claims that tell it.';
comment on column mart.fact_metric.independent_sources is 'Sources that do not copy each other.';
comment on column mart.fact_metric.confidence is 'How sure, 0 to 1.';

create table mart.fact_metric_claim (
  article_key bigint not null references mart.dim_article,
  metric_index integer not null,
  metric_key bigint not null references mart.fact_metric,
  value numeric not null,
  value_low numeric,
  value_high numeric,
  qualifier text,
  confidence numeric(4,3) not null,
  span_start integer not null,
  span_end integer not null,
  is_in_title boolean not null,
  quote text not null,
  rule text not null,
  primary key (article_key, metric_index),
  check (length(quote) <= 200)
);
comment on table mart.fact_metric_claim is 'One figure as told by one article.';
comment on column mart.fact_metric_claim.article_key is 'The article.';
comment on column mart.fact_metric_claim.metric_index is 'Place among the figures of the article, from 0.';
comment on column mart.fact_metric_claim.metric_key is 'The figure that it tells.';
comment on column mart.fact_metric_claim.value is 'Value as told.';
comment on column mart.fact_metric_claim.value_low is 'Lower bound as told.';
comment on column mart.fact_metric_claim.value_high is 'Upper bound as told.';
comment on column mart.fact_metric_claim.qualifier is 'exact, about, at_least or up_to.';
comment on column mart.fact_metric_claim.confidence is 'How sure the reading is, 0 to 1.';
comment on column mart.fact_metric_claim.span_start is 'First character of the proof, from 0.';
comment on column mart.fact_metric_claim.span_end is 'First character after the proof.';
comment on column mart.fact_metric_claim.is_in_title is 'The span counts in the title.';
comment on column mart.fact_metric_claim.quote is 'The proof, at most 200 characters of it.';
comment on column mart.fact_metric_claim.rule is 'The rule that read it.';

create index fact_metric_claim_metric on mart.fact_metric_claim (metric_key);

create table mart.fact_model_relation (
  model_relation_key bigint generated always as identity primary key,
  model_relation_id text collate "C" not null unique,
  subject_id text collate "C" not null,
  model_key bigint not null references mart.dim_model,
  chip_key bigint not null references mart.dim_chip,
  relation_key smallint not null references mart.dim_relation,
  object_id text collate "C" not null,
  object_company_key bigint not null references mart.dim_company,
  object_model_key bigint not null references mart.dim_model,
  object_chip_key bigint not null references mart.dim_chip,
  deal_status_key smallint not null references mart.dim_deal_status,
  claim_count integer not null,
  independent_sources integer not null,
  confidence numeric(4,3) not null,
  constraint one_subject check ((model_key <> -2)::integer + (chip_key <> -2)::integer = 1),
  constraint one_object check (
    (object_company_key <> -2)::integer + (object_model_key <> -2)::integer + (object_chip_key <> -2)::integer = 1
  )
);
comment on table mart.fact_model_relation is 'One relation of a model (or chip) to a company, chip or model.';
comment on column mart.fact_model_relation.model_relation_key is 'Number of the relation.';
comment on column mart.fact_model_relation.model_relation_id is 'Natural key: subject, relation and object.';
comment on column mart.fact_model_relation.subject_id is 'Durable id of the subject.';
comment on column mart.fact_model_relation.model_key is 'Subject, if a model; else -2.';
comment on column mart.fact_model_relation.chip_key is 'Subject, if a chip; else -2.';
comment on column mart.fact_model_relation.relation_key is 'The relation.';
comment on column mart.fact_model_relation.object_id is 'Durable id of the object.';
comment on column mart.fact_model_relation.object_company_key is 'Object, if a company; else -2.';
comment on column mart.fact_model_relation.object_model_key is 'Object, if a model; else -2.';
comment on column mart.fact_model_relation.object_chip_key is 'Object, if a chip; else -2.';
comment on column mart.fact_model_relation.deal_status_key is 'Stage, or how sure; -1 plainly told.';
comment on column mart.fact_model_relation.claim_count is 'Claims that tell it.';
comment on column mart.fact_model_relation.independent_sources is 'Sources that do not copy each other.';
comment on column mart.fact_model_relation.confidence is 'How sure, 0 to 1.';

create table mart.fact_model_relation_claim (
  article_key bigint not null references mart.dim_article,
  fact_index integer not null,
  model_relation_key bigint not null references mart.fact_model_relation,
  claimed_by text,
  deal_status_key smallint not null references mart.dim_deal_status,
  confidence numeric(4,3) not null,
  span_start integer not null,
  span_end integer not null,
  is_in_title boolean not null,
  quote text not null,
  rule text not null,
  primary key (article_key, fact_index),
  check (length(quote) <= 200)
);
comment on table mart.fact_model_relation_claim is 'One relation of a model as told by one article.';
comment on column mart.fact_model_relation_claim.article_key is 'The article.';
comment on column mart.fact_model_relation_claim.fact_index is 'Place among the model facts of the article, from 0.';
comment on column mart.fact_model_relation_claim.model_relation_key is 'The relation that it tells.';
comment on column mart.fact_model_relation_claim.claimed_by is 'Who claims it, where told.';
comment on column mart.fact_model_relation_claim.deal_status_key is 'Stage as told; -1 plainly told.';
comment on column mart.fact_model_relation_claim.confidence is 'How sure the reading is, 0 to 1.';
comment on column mart.fact_model_relation_claim.span_start is 'First character of the proof, from 0.';
comment on column mart.fact_model_relation_claim.span_end is 'First character after the proof.';
comment on column mart.fact_model_relation_claim.is_in_title is 'The span counts in the title.';
comment on column mart.fact_model_relation_claim.quote is 'The proof, at most 200 characters of it.';
comment on column mart.fact_model_relation_claim.rule is 'The rule that read it.';

create index fact_model_relation_claim_relation on mart.fact_model_relation_claim (model_relation_key);

create table mart.fact_exchange_rate (
  currency_key smallint not null references mart.dim_currency,
  rate_date_key integer not null references mart.dim_date,
  usd_per_unit numeric not null,
  basis text not null,
  primary key (currency_key, rate_date_key, basis)
);
comment on table mart.fact_exchange_rate is 'One currency and day on which a deal with an amount was announced or first told: its rate in US dollars.';
comment on column mart.fact_exchange_rate.currency_key is 'The currency.';
comment on column mart.fact_exchange_rate.rate_date_key is 'The day.';
comment on column mart.fact_exchange_rate.usd_per_unit is 'US dollars for one unit of the currency.';
comment on column mart.fact_exchange_rate.basis is 'daily (the quote of the day, or the last before it), peg, annual_mean, identity (the dollar itself).';
