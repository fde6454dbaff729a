/** The ports of this module over the two services and the synchronisation: the only package that knows the wire clients. */
@org.jspecify.annotations.NullMarked
package dev.membersync.eventops.adapter;
