-- Who called Persona lately, and how much: so that nobody who asks a lot keeps others waiting, on whatever instance. `load` is the number of
-- calls, each of which counts less as time goes by, as it stood at `asked_at`. Unlogged: after a crash everybody starts at nought.
create unlogged table persona_askers (
  environment text not null,
  asker text not null,
  load double precision not null,
  asked_at timestamptz not null,
  primary key (environment, asker)
);
grant select, insert, update, delete on persona_askers to inquiry_desk_app;
