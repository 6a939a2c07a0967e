select 1 / (count(*) = 2)::integer from mart.dim_company where company_key < 0;
select 1 / (count(*) = 2)::integer from mart.dim_model where model_key < 0;
select 1 / (count(*) = 2)::integer from mart.dim_chip where chip_key < 0;
select 1 / (count(*) = 2)::integer from mart.dim_product where product_key < 0;
select 1 / (count(*) = 2)::integer from mart.dim_person where person_key < 0;
select 1 / (count(*) = 1)::integer from mart.dim_article where article_key = -1;
select 1 / (count(*) = 2)::integer from mart.dim_source where source_key < 0;
