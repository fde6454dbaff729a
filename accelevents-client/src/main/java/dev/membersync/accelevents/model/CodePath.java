package dev.membersync.accelevents.model;

/** How a discount code is named in the path of a call: the vendor's prose says by id, an older web application put the text of the code there. */
public enum CodePath {
    /** By its id (DOC). */
    ID,
    /** By the text of the code (OLD). */
    CODE
}
