-- What was entered into an application so far (C-3): one per account and product, so that leaving,
-- a reload or a lost session loses nothing. Once it was sent it names the contract that it made, so
-- that it cannot be sent twice. A password is never among its answers.
CREATE SCHEMA IF NOT EXISTS web;
GRANT USAGE ON SCHEMA web TO ${application};

CREATE TABLE web.application_draft (
  account_id uuid NOT NULL,
  product text NOT NULL,
  draft_id uuid NOT NULL,
  answers jsonb NOT NULL,
  contract_id uuid,
  changed_at timestamptz NOT NULL,
  CONSTRAINT application_draft_pk PRIMARY KEY (account_id, product)
);
SELECT infra.distribute('web.application_draft', 'account_id');
GRANT SELECT, INSERT, UPDATE, DELETE ON web.application_draft TO ${application};
