-- The functions by which tables are made fit for one server and for many (Citus): without the
-- extension the first two do nothing and shard_of gives the top bits of the key's hash.
CREATE SCHEMA IF NOT EXISTS infra;
GRANT USAGE ON SCHEMA infra TO ${application};

CREATE FUNCTION infra.distribute(table_name text, key text, colocate_with text DEFAULT 'default')
RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF current_setting('keiyaku.distribute', true) = 'true' THEN
    EXECUTE format('SELECT create_distributed_table(%L, %L, colocate_with => %L)',
                   table_name, key, colocate_with);
  END IF;
END $$;

CREATE FUNCTION infra.reference(table_name text)
RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF current_setting('keiyaku.distribute', true) = 'true' THEN
    EXECUTE format('SELECT create_reference_table(%L)', table_name);
  END IF;
END $$;

-- Plain PostgreSQL: 32 groups by the top bits of the hash.
CREATE FUNCTION infra.shard_of(account_id uuid)
RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT (uuid_hash(account_id) >> 27) & 31
$$;
