-- The roles of Freehold's database. `npm start` runs this file on its embedded
-- PostgreSQL, compose.yaml on a container's; run it yourself on any other.

-- Doors to the tables of customers: entered by SET ROLE in one transaction.
create role freehold_tenant nologin;
create role freehold_all nologin;

-- The portal connects as this role only. It owns its tables, yet row security
-- binds it, and it has nothing of its doors until it enters one.
create role freehold login nosuperuser nobypassrls nocreatedb nocreaterole noinherit;
grant freehold_tenant, freehold_all to freehold with inherit false, set true;
