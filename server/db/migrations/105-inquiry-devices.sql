-- On which devices an inquiry was opened, so that a device which opens inquiries of several people is seen. A keyed hash of Persona's ID of
-- the device, never the ID. Whose the inquiry is stands in its state.
create table inquiry_devices (
  inquiry_id text not null,
  device_hash text not null,
  last_seen_at timestamptz not null,
  primary key (inquiry_id, device_hash)
);
create index inquiry_devices_by_device on inquiry_devices (device_hash, last_seen_at desc);
create index inquiry_devices_last_seen_at on inquiry_devices (last_seen_at);
grant select, insert, update, delete on inquiry_devices to inquiry_desk_app;
