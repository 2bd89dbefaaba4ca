package keiyaku.catalog;

import keiyaku.shared.Text;

/** A document that an applicant must agree to; what was agreed to is this version of it. */
public record TermsDocument(String code, String version, Text title) {}
