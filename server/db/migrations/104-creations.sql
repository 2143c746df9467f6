-- Who has just created an inquiry for whom on which template, so that two at once don't.
create index persona_writes_creations on persona_writes ((details ->> 'account'), (details ->> 'template')) where operation = 'createAnInquiry';
