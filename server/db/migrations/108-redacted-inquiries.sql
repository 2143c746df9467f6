-- A list of the redacted ones, which may be rare.
create index inquiry_states_redacted_by_created on inquiry_states (created_at, inquiry_id collate "C") where redacted;
