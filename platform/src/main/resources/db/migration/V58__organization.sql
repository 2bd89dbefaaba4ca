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

-- Whether the managing account pays its members' invoices; and on each member's row, so that it is
-- known without asking for the manager.
CREATE TABLE member.organization (
  account_id uuid    NOT NULL,
  pays       boolean NOT NULL,
  CONSTRAINT organization_key PRIMARY KEY (account_id)
);
SELECT infra.distribute('member.organization', 'account_id');
GRANT SELECT, INSERT, UPDATE ON member.organization TO ${application};

ALTER TABLE member.organization_member ADD COLUMN paid_by_manager boolean NOT NULL DEFAULT false;
GRANT UPDATE ON member.organization_member TO ${application};

-- Asked to join, and neither answered nor taken back; keyed by who is asked.
CREATE TABLE member.organization_invitation (
  account_id uuid        NOT NULL,
  manager_id uuid        NOT NULL,
  at         timestamptz NOT NULL,
  CONSTRAINT organization_invitation_key PRIMARY KEY (account_id, manager_id),
  CONSTRAINT organization_invitation_other CHECK (account_id <> manager_id)
);
SELECT infra.distribute('member.organization_invitation', 'account_id');
CREATE INDEX organization_invitation_of ON member.organization_invitation (manager_id);
GRANT SELECT, INSERT, DELETE ON member.organization_invitation TO ${application};
