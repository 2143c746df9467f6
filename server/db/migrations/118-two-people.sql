-- What a decision was refused for, where a rule of the company's says so: that only one person is behind it.
alter table decisions add column lacks text check (lacks in ('second-person'));
