-- The functions by which tables are made fit for one server and for many (Citus). The first two do
-- nothing unless KEIYAKU_DB_DISTRIBUTE is true, by which the migration sets keiyaku.distribute.
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

-- The group of an account: rows of one group can be locked and changed in one transaction. Plain
-- PostgreSQL: 32 groups by the top bits of the hash; Citus: the shard that the account is on.
DO $$
BEGIN
  IF current_setting('keiyaku.distribute', true) = 'true' THEN
    CREATE FUNCTION infra.shard_of(account_id uuid) RETURNS bigint LANGUAGE plpgsql STABLE AS
    'BEGIN
       RETURN get_shard_id_for_distribution_column(''contract.contract'', account_id);
     END';
  ELSE
    CREATE FUNCTION infra.shard_of(account_id uuid) RETURNS bigint LANGUAGE sql IMMUTABLE AS
    'SELECT ((uuid_hash(account_id) >> 27) & 31)::bigint';
  END IF;
END $$;
