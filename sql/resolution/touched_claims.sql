-- Claims of the touched assertions, assertion by assertion.
select c.assertion, c.article_id, c.claim_index, c.published, c.words, c.words_length, c.content
from touched_assertion
join resolution.claim c using (assertion)
order by c.assertion
