-- Every list has its unknown member, the calendar all its days.
select 1 / (count(*) = 22281)::integer from mart.dim_date;
select 1 / (fiscal_year_jp = 2024 and fiscal_quarter_jp = 4 and iso_week = 14)::integer from mart.dim_date where date_key = 20250331;
select 1 / (count(*) = 2)::integer from mart.dim_region where region_key < 0;
select 1 / (count(*) = 2)::integer from mart.dim_deal_type where deal_type_key < 0;
select 1 / (count(*) = 2)::integer from mart.dim_deal_status where deal_status_key < 0;
select 1 / (count(*) = 2)::integer from mart.dim_currency where currency_key < 0;
select 1 / (count(*) = 2)::integer from mart.dim_unit where unit_key < 0;
select 1 / (count(*) = 2)::integer from mart.dim_measure where measure_key < 0;
select 1 / (count(*) = 2)::integer from mart.dim_role where role_key < 0;
select 1 / (count(*) = 2)::integer from mart.dim_relation where relation_key < 0;
