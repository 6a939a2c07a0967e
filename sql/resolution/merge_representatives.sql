insert into moved_article
select article_id
from affected_article
left join resolution.representative old using (article_id)
left join new_representative new using (article_id)
where old.representative_id is distinct from new.representative_id;

delete from resolution.representative r using affected_article a where r.article_id = a.article_id;
insert into resolution.representative select article_id, representative_id from new_representative;

insert into touched_group
select distinct kind, figure_group
from resolution.figure_claim
join moved_article using (article_id)
on conflict do nothing;
