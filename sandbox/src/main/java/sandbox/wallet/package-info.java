/** A prepaid wallet of another company, with its own login and its own points. */
@org.jspecify.annotations.NullMarked
package sandbox.wallet;
