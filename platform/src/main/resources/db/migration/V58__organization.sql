-- Accounts under one managing account (A-10): keyed by the member, which is in one organization.
CREATE TABLE member.organization_member (
  account_id uuid        NOT NULL,
  manager_id uuid        NOT NULL,
  since      timestamptz NOT NULL,
  CONSTRAINT organization_member_key PRIMARY KEY (account_id),
  CONSTRAINT organization_member_other CHECK (account_id <> manager_id)
);
SELECT infra.distribute('member.organization_member', 'account_id');
CREATE INDEX organization_member_of ON member.organization_member (manager_id);
GRANT SELECT, INSERT, DELETE ON member.organization_member TO ${application};
