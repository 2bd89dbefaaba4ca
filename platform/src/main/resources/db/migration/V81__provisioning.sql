-- What product sites are told (C-15): each contract has a line of tasks, and only the line falls
-- due, never a task by itself; so that the order within a contract holds by construction and the
-- index of what is due stays as small as what is open.
CREATE SCHEMA provisioning;
GRANT USAGE ON SCHEMA provisioning TO ${application};

CREATE TABLE provisioning.line (
  account_id  uuid        NOT NULL,
  contract_id uuid        NOT NULL,
  told        bigint      NOT NULL,
  confirmed   bigint      NOT NULL,
  attempts    integer     NOT NULL,
  due_at      timestamptz,
  dead_at     timestamptz,
  reason      text,
  CONSTRAINT line_pk PRIMARY KEY (account_id, contract_id),
  CONSTRAINT line_order CHECK (0 <= confirmed AND confirmed <= told),
  CONSTRAINT line_dead_or_due CHECK (dead_at IS NULL OR due_at IS NULL),
  CONSTRAINT line_open CHECK ((confirmed < told) = (due_at IS NOT NULL OR dead_at IS NOT NULL))
);
SELECT infra.distribute('provisioning.line', 'account_id');
CREATE INDEX line_due ON provisioning.line (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX line_dead ON provisioning.line (dead_at) WHERE dead_at IS NOT NULL;
GRANT SELECT, INSERT, UPDATE ON provisioning.line TO ${application};

CREATE TABLE provisioning.task (
  account_id   uuid        NOT NULL,
  contract_id  uuid        NOT NULL,
  sequence     bigint      NOT NULL,
  task_id      uuid        NOT NULL,
  type         text        NOT NULL,
  product      text        NOT NULL,
  data         jsonb       NOT NULL,
  created_at   timestamptz NOT NULL,
  confirmed_at timestamptz,
  CONSTRAINT task_pk PRIMARY KEY (account_id, contract_id, sequence),
  CONSTRAINT task_type CHECK (type IN ('create', 'change', 'suspend', 'resume', 'delete')),
  CONSTRAINT task_of_line FOREIGN KEY (account_id, contract_id)
    REFERENCES provisioning.line (account_id, contract_id)
);
SELECT infra.distribute('provisioning.task', 'account_id');
GRANT SELECT, INSERT ON provisioning.task TO ${application};
GRANT UPDATE (confirmed_at) ON provisioning.task TO ${application};
