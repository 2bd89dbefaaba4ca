/**
 * A certificate authority that speaks ACME (RFC 8555), and the customers' names that it looks at.
 */
@org.jspecify.annotations.NullMarked
package sandbox.authority;
