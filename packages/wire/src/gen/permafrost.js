/*eslint-disable block-scoped-var, id-length, no-control-regex, no-magic-numbers, no-mixed-operators, no-prototype-builtins, no-redeclare, no-shadow, no-var, sort-vars, default-case, jsdoc/require-param*/
import $protobuf from "protobufjs/minimal.js";

// Common aliases
const $Reader = $protobuf.Reader, $Writer = $protobuf.Writer, $util = $protobuf.util;
const $Object = $util.global.Object, $undefined = $util.global.undefined, $Error = $util.global.Error, $RangeError = $util.global.RangeError;

// Exported root namespace
const $root = $protobuf.roots["default"] || ($protobuf.roots["default"] = {});

export const permafrost = $root.permafrost = (() => {

    /**
     * Namespace permafrost.
     * @exports permafrost
     * @namespace
     */
    const permafrost = {};

    permafrost.v1 = (function() {

        /**
         * Namespace v1.
         * @memberof permafrost
         * @namespace
         */
        const v1 = {};

        v1.Envelope = (function() {

            /**
             * Properties of an Envelope.
             * @typedef {Object} permafrost.v1.Envelope.$Properties
             * @property {number} [v] Envelope v
             * @property {string} [suite] Envelope suite
             * @property {string} [kind] Envelope kind
             * @property {Uint8Array} [sessionId] Envelope sessionId
             * @property {number} [round] Envelope round
             * @property {number} [from] Envelope from
             * @property {number} [to] Envelope to
             * @property {Uint8Array} [payload] Envelope payload
             * @property {Uint8Array} [signature] Envelope signature
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an Envelope.
             * @memberof permafrost.v1
             * @interface IEnvelope
             * @augments permafrost.v1.Envelope.$Properties
             * @deprecated Use permafrost.v1.Envelope.$Properties instead.
             */

            /**
             * Shape of an Envelope.
             * @typedef {permafrost.v1.Envelope.$Properties} permafrost.v1.Envelope.$Shape
             */

            /**
             * Constructs a new Envelope.
             * @memberof permafrost.v1
             * @classdesc Represents an Envelope.
             * @constructor
             * @param {permafrost.v1.Envelope.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Envelope = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Envelope v.
             * @member {number} v
             * @memberof permafrost.v1.Envelope
             * @instance
             */
            Envelope.prototype.v = 0;

            /**
             * Envelope suite.
             * @member {string} suite
             * @memberof permafrost.v1.Envelope
             * @instance
             */
            Envelope.prototype.suite = "";

            /**
             * Envelope kind.
             * @member {string} kind
             * @memberof permafrost.v1.Envelope
             * @instance
             */
            Envelope.prototype.kind = "";

            /**
             * Envelope sessionId.
             * @member {Uint8Array} sessionId
             * @memberof permafrost.v1.Envelope
             * @instance
             */
            Envelope.prototype.sessionId = $util.newBuffer([]);

            /**
             * Envelope round.
             * @member {number} round
             * @memberof permafrost.v1.Envelope
             * @instance
             */
            Envelope.prototype.round = 0;

            /**
             * Envelope from.
             * @member {number} from
             * @memberof permafrost.v1.Envelope
             * @instance
             */
            Envelope.prototype.from = 0;

            /**
             * Envelope to.
             * @member {number} to
             * @memberof permafrost.v1.Envelope
             * @instance
             */
            Envelope.prototype.to = 0;

            /**
             * Envelope payload.
             * @member {Uint8Array} payload
             * @memberof permafrost.v1.Envelope
             * @instance
             */
            Envelope.prototype.payload = $util.newBuffer([]);

            /**
             * Envelope signature.
             * @member {Uint8Array} signature
             * @memberof permafrost.v1.Envelope
             * @instance
             */
            Envelope.prototype.signature = $util.newBuffer([]);

            /**
             * Creates a new Envelope instance using the specified properties.
             * @function create
             * @memberof permafrost.v1.Envelope
             * @static
             * @param {permafrost.v1.Envelope.$Properties=} [properties] Properties to set
             * @returns {permafrost.v1.Envelope} Envelope instance
             * @type {{
             *   (properties: permafrost.v1.Envelope.$Shape): permafrost.v1.Envelope & permafrost.v1.Envelope.$Shape;
             *   (properties?: permafrost.v1.Envelope.$Properties): permafrost.v1.Envelope;
             * }}
             */
            Envelope.create = function(properties) {
                return new Envelope(properties);
            };

            /**
             * Encodes the specified Envelope message. Does not implicitly {@link permafrost.v1.Envelope.verify|verify} messages.
             * @function encode
             * @memberof permafrost.v1.Envelope
             * @static
             * @param {permafrost.v1.Envelope.$Properties} message Envelope message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Envelope.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.v != null && $Object.hasOwnProperty.call(message, "v") && message.v !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.v);
                if (message.suite != null && $Object.hasOwnProperty.call(message, "suite") && message.suite !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.suite);
                if (message.kind != null && $Object.hasOwnProperty.call(message, "kind") && message.kind !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.kind);
                if (message.sessionId != null && $Object.hasOwnProperty.call(message, "sessionId") && message.sessionId.length)
                    writer.uint32(/* id 4, wireType 2 =*/34).bytes(message.sessionId);
                if (message.round != null && $Object.hasOwnProperty.call(message, "round") && message.round !== 0)
                    writer.uint32(/* id 5, wireType 0 =*/40).uint32(message.round);
                if (message.from != null && $Object.hasOwnProperty.call(message, "from") && message.from !== 0)
                    writer.uint32(/* id 6, wireType 0 =*/48).uint32(message.from);
                if (message.to != null && $Object.hasOwnProperty.call(message, "to") && message.to !== 0)
                    writer.uint32(/* id 7, wireType 0 =*/56).uint32(message.to);
                if (message.payload != null && $Object.hasOwnProperty.call(message, "payload") && message.payload.length)
                    writer.uint32(/* id 8, wireType 2 =*/66).bytes(message.payload);
                if (message.signature != null && $Object.hasOwnProperty.call(message, "signature") && message.signature.length)
                    writer.uint32(/* id 9, wireType 2 =*/74).bytes(message.signature);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an Envelope message from the specified reader or buffer.
             * @function decode
             * @memberof permafrost.v1.Envelope
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {permafrost.v1.Envelope & permafrost.v1.Envelope.$Shape} Envelope
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Envelope.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.permafrost.v1.Envelope();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.v = value;
                            else
                                delete message.v;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.suite = value;
                            else
                                delete message.suite;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.kind = value;
                            else
                                delete message.kind;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.sessionId = value;
                            else
                                delete message.sessionId;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.round = value;
                            else
                                delete message.round;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.from = value;
                            else
                                delete message.from;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.to = value;
                            else
                                delete message.to;
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.payload = value;
                            else
                                delete message.payload;
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.signature = value;
                            else
                                delete message.signature;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Envelope;
        })();

        v1.CeremonyEnvelope = (function() {

            /**
             * Properties of a CeremonyEnvelope.
             * @typedef {Object} permafrost.v1.CeremonyEnvelope.$Properties
             * @property {Uint8Array} [scope] CeremonyEnvelope scope
             * @property {Uint8Array} [envelope] CeremonyEnvelope envelope
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a CeremonyEnvelope.
             * @memberof permafrost.v1
             * @interface ICeremonyEnvelope
             * @augments permafrost.v1.CeremonyEnvelope.$Properties
             * @deprecated Use permafrost.v1.CeremonyEnvelope.$Properties instead.
             */

            /**
             * Shape of a CeremonyEnvelope.
             * @typedef {permafrost.v1.CeremonyEnvelope.$Properties} permafrost.v1.CeremonyEnvelope.$Shape
             */

            /**
             * Constructs a new CeremonyEnvelope.
             * @memberof permafrost.v1
             * @classdesc Represents a CeremonyEnvelope.
             * @constructor
             * @param {permafrost.v1.CeremonyEnvelope.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const CeremonyEnvelope = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * CeremonyEnvelope scope.
             * @member {Uint8Array} scope
             * @memberof permafrost.v1.CeremonyEnvelope
             * @instance
             */
            CeremonyEnvelope.prototype.scope = $util.newBuffer([]);

            /**
             * CeremonyEnvelope envelope.
             * @member {Uint8Array} envelope
             * @memberof permafrost.v1.CeremonyEnvelope
             * @instance
             */
            CeremonyEnvelope.prototype.envelope = $util.newBuffer([]);

            /**
             * Creates a new CeremonyEnvelope instance using the specified properties.
             * @function create
             * @memberof permafrost.v1.CeremonyEnvelope
             * @static
             * @param {permafrost.v1.CeremonyEnvelope.$Properties=} [properties] Properties to set
             * @returns {permafrost.v1.CeremonyEnvelope} CeremonyEnvelope instance
             * @type {{
             *   (properties: permafrost.v1.CeremonyEnvelope.$Shape): permafrost.v1.CeremonyEnvelope & permafrost.v1.CeremonyEnvelope.$Shape;
             *   (properties?: permafrost.v1.CeremonyEnvelope.$Properties): permafrost.v1.CeremonyEnvelope;
             * }}
             */
            CeremonyEnvelope.create = function(properties) {
                return new CeremonyEnvelope(properties);
            };

            /**
             * Encodes the specified CeremonyEnvelope message. Does not implicitly {@link permafrost.v1.CeremonyEnvelope.verify|verify} messages.
             * @function encode
             * @memberof permafrost.v1.CeremonyEnvelope
             * @static
             * @param {permafrost.v1.CeremonyEnvelope.$Properties} message CeremonyEnvelope message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            CeremonyEnvelope.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.scope != null && $Object.hasOwnProperty.call(message, "scope") && message.scope.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.scope);
                if (message.envelope != null && $Object.hasOwnProperty.call(message, "envelope") && message.envelope.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.envelope);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a CeremonyEnvelope message from the specified reader or buffer.
             * @function decode
             * @memberof permafrost.v1.CeremonyEnvelope
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {permafrost.v1.CeremonyEnvelope & permafrost.v1.CeremonyEnvelope.$Shape} CeremonyEnvelope
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            CeremonyEnvelope.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.permafrost.v1.CeremonyEnvelope();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.scope = value;
                            else
                                delete message.scope;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.envelope = value;
                            else
                                delete message.envelope;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return CeremonyEnvelope;
        })();

        v1.EpochStatus = (function() {

            /**
             * Properties of an EpochStatus.
             * @typedef {Object} permafrost.v1.EpochStatus.$Properties
             * @property {Uint8Array} [keyId] EpochStatus keyId
             * @property {number|Long} [number] EpochStatus number
             * @property {Uint8Array} [epochId] EpochStatus epochId
             * @property {Array.<permafrost.v1.PreparedStatus.$Properties>} [prepared] EpochStatus prepared
             * @property {boolean} [answers] EpochStatus answers
             * @property {boolean} [lacksShare] EpochStatus lacksShare
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an EpochStatus.
             * @memberof permafrost.v1
             * @interface IEpochStatus
             * @augments permafrost.v1.EpochStatus.$Properties
             * @deprecated Use permafrost.v1.EpochStatus.$Properties instead.
             */

            /**
             * Shape of an EpochStatus.
             * @typedef {permafrost.v1.EpochStatus.$Properties} permafrost.v1.EpochStatus.$Shape
             */

            /**
             * Constructs a new EpochStatus.
             * @memberof permafrost.v1
             * @classdesc Represents an EpochStatus.
             * @constructor
             * @param {permafrost.v1.EpochStatus.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const EpochStatus = function (properties) {
                this.prepared = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * EpochStatus keyId.
             * @member {Uint8Array} keyId
             * @memberof permafrost.v1.EpochStatus
             * @instance
             */
            EpochStatus.prototype.keyId = $util.newBuffer([]);

            /**
             * EpochStatus number.
             * @member {number|Long} number
             * @memberof permafrost.v1.EpochStatus
             * @instance
             */
            EpochStatus.prototype.number = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * EpochStatus epochId.
             * @member {Uint8Array} epochId
             * @memberof permafrost.v1.EpochStatus
             * @instance
             */
            EpochStatus.prototype.epochId = $util.newBuffer([]);

            /**
             * EpochStatus prepared.
             * @member {Array.<permafrost.v1.PreparedStatus>} prepared
             * @memberof permafrost.v1.EpochStatus
             * @instance
             */
            EpochStatus.prototype.prepared = $util.emptyArray;

            /**
             * EpochStatus answers.
             * @member {boolean} answers
             * @memberof permafrost.v1.EpochStatus
             * @instance
             */
            EpochStatus.prototype.answers = false;

            /**
             * EpochStatus lacksShare.
             * @member {boolean} lacksShare
             * @memberof permafrost.v1.EpochStatus
             * @instance
             */
            EpochStatus.prototype.lacksShare = false;

            /**
             * Creates a new EpochStatus instance using the specified properties.
             * @function create
             * @memberof permafrost.v1.EpochStatus
             * @static
             * @param {permafrost.v1.EpochStatus.$Properties=} [properties] Properties to set
             * @returns {permafrost.v1.EpochStatus} EpochStatus instance
             * @type {{
             *   (properties: permafrost.v1.EpochStatus.$Shape): permafrost.v1.EpochStatus & permafrost.v1.EpochStatus.$Shape;
             *   (properties?: permafrost.v1.EpochStatus.$Properties): permafrost.v1.EpochStatus;
             * }}
             */
            EpochStatus.create = function(properties) {
                return new EpochStatus(properties);
            };

            /**
             * Encodes the specified EpochStatus message. Does not implicitly {@link permafrost.v1.EpochStatus.verify|verify} messages.
             * @function encode
             * @memberof permafrost.v1.EpochStatus
             * @static
             * @param {permafrost.v1.EpochStatus.$Properties} message EpochStatus message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            EpochStatus.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.keyId != null && $Object.hasOwnProperty.call(message, "keyId") && message.keyId.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.keyId);
                if (message.number != null && $Object.hasOwnProperty.call(message, "number") && (typeof message.number === "object" ? message.number.low || message.number.high : message.number !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.number);
                if (message.epochId != null && $Object.hasOwnProperty.call(message, "epochId") && message.epochId.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.epochId);
                if (message.prepared != null && message.prepared.length)
                    for (let i = 0; i < message.prepared.length; ++i)
                        $root.permafrost.v1.PreparedStatus.encode(message.prepared[i], writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.answers != null && $Object.hasOwnProperty.call(message, "answers") && message.answers !== false)
                    writer.uint32(/* id 5, wireType 0 =*/40).bool(message.answers);
                if (message.lacksShare != null && $Object.hasOwnProperty.call(message, "lacksShare") && message.lacksShare !== false)
                    writer.uint32(/* id 6, wireType 0 =*/48).bool(message.lacksShare);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an EpochStatus message from the specified reader or buffer.
             * @function decode
             * @memberof permafrost.v1.EpochStatus
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {permafrost.v1.EpochStatus & permafrost.v1.EpochStatus.$Shape} EpochStatus
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            EpochStatus.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.permafrost.v1.EpochStatus();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.keyId = value;
                            else
                                delete message.keyId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.number = value;
                            else
                                delete message.number;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.epochId = value;
                            else
                                delete message.epochId;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if (!(message.prepared && message.prepared.length))
                                message.prepared = [];
                            message.prepared.push($root.permafrost.v1.PreparedStatus.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.answers = value;
                            else
                                delete message.answers;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.lacksShare = value;
                            else
                                delete message.lacksShare;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return EpochStatus;
        })();

        v1.PreparedStatus = (function() {

            /**
             * Properties of a PreparedStatus.
             * @typedef {Object} permafrost.v1.PreparedStatus.$Properties
             * @property {Uint8Array} [epochId] PreparedStatus epochId
             * @property {Array.<number>} [certsMissing] PreparedStatus certsMissing
             * @property {Array.<number>} [storedMissing] PreparedStatus storedMissing
             * @property {boolean} [isTested] PreparedStatus isTested
             * @property {Array.<permafrost.v1.Vote.$Properties>} [votes] PreparedStatus votes
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a PreparedStatus.
             * @memberof permafrost.v1
             * @interface IPreparedStatus
             * @augments permafrost.v1.PreparedStatus.$Properties
             * @deprecated Use permafrost.v1.PreparedStatus.$Properties instead.
             */

            /**
             * Shape of a PreparedStatus.
             * @typedef {permafrost.v1.PreparedStatus.$Properties} permafrost.v1.PreparedStatus.$Shape
             */

            /**
             * Constructs a new PreparedStatus.
             * @memberof permafrost.v1
             * @classdesc Represents a PreparedStatus.
             * @constructor
             * @param {permafrost.v1.PreparedStatus.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const PreparedStatus = function (properties) {
                this.certsMissing = [];
                this.storedMissing = [];
                this.votes = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * PreparedStatus epochId.
             * @member {Uint8Array} epochId
             * @memberof permafrost.v1.PreparedStatus
             * @instance
             */
            PreparedStatus.prototype.epochId = $util.newBuffer([]);

            /**
             * PreparedStatus certsMissing.
             * @member {Array.<number>} certsMissing
             * @memberof permafrost.v1.PreparedStatus
             * @instance
             */
            PreparedStatus.prototype.certsMissing = $util.emptyArray;

            /**
             * PreparedStatus storedMissing.
             * @member {Array.<number>} storedMissing
             * @memberof permafrost.v1.PreparedStatus
             * @instance
             */
            PreparedStatus.prototype.storedMissing = $util.emptyArray;

            /**
             * PreparedStatus isTested.
             * @member {boolean} isTested
             * @memberof permafrost.v1.PreparedStatus
             * @instance
             */
            PreparedStatus.prototype.isTested = false;

            /**
             * PreparedStatus votes.
             * @member {Array.<permafrost.v1.Vote>} votes
             * @memberof permafrost.v1.PreparedStatus
             * @instance
             */
            PreparedStatus.prototype.votes = $util.emptyArray;

            /**
             * Creates a new PreparedStatus instance using the specified properties.
             * @function create
             * @memberof permafrost.v1.PreparedStatus
             * @static
             * @param {permafrost.v1.PreparedStatus.$Properties=} [properties] Properties to set
             * @returns {permafrost.v1.PreparedStatus} PreparedStatus instance
             * @type {{
             *   (properties: permafrost.v1.PreparedStatus.$Shape): permafrost.v1.PreparedStatus & permafrost.v1.PreparedStatus.$Shape;
             *   (properties?: permafrost.v1.PreparedStatus.$Properties): permafrost.v1.PreparedStatus;
             * }}
             */
            PreparedStatus.create = function(properties) {
                return new PreparedStatus(properties);
            };

            /**
             * Encodes the specified PreparedStatus message. Does not implicitly {@link permafrost.v1.PreparedStatus.verify|verify} messages.
             * @function encode
             * @memberof permafrost.v1.PreparedStatus
             * @static
             * @param {permafrost.v1.PreparedStatus.$Properties} message PreparedStatus message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            PreparedStatus.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.epochId != null && $Object.hasOwnProperty.call(message, "epochId") && message.epochId.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.epochId);
                if (message.certsMissing != null && message.certsMissing.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).uint32s(message.certsMissing);
                if (message.storedMissing != null && message.storedMissing.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).uint32s(message.storedMissing);
                if (message.isTested != null && $Object.hasOwnProperty.call(message, "isTested") && message.isTested !== false)
                    writer.uint32(/* id 4, wireType 0 =*/32).bool(message.isTested);
                if (message.votes != null && message.votes.length)
                    for (let i = 0; i < message.votes.length; ++i)
                        $root.permafrost.v1.Vote.encode(message.votes[i], writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a PreparedStatus message from the specified reader or buffer.
             * @function decode
             * @memberof permafrost.v1.PreparedStatus
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {permafrost.v1.PreparedStatus & permafrost.v1.PreparedStatus.$Shape} PreparedStatus
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            PreparedStatus.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.permafrost.v1.PreparedStatus();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.epochId = value;
                            else
                                delete message.epochId;
                            continue;
                        }
                    case 2: {
                            if (wireType === 2) {
                                if (!(message.certsMissing && message.certsMissing.length))
                                    message.certsMissing = [];
                                reader.uint32s(message.certsMissing);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.certsMissing && message.certsMissing.length))
                                message.certsMissing = [];
                            message.certsMissing.push(reader.uint32());
                            continue;
                        }
                    case 3: {
                            if (wireType === 2) {
                                if (!(message.storedMissing && message.storedMissing.length))
                                    message.storedMissing = [];
                                reader.uint32s(message.storedMissing);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.storedMissing && message.storedMissing.length))
                                message.storedMissing = [];
                            message.storedMissing.push(reader.uint32());
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.isTested = value;
                            else
                                delete message.isTested;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if (!(message.votes && message.votes.length))
                                message.votes = [];
                            message.votes.push($root.permafrost.v1.Vote.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return PreparedStatus;
        })();

        v1.EpochParts = (function() {

            /**
             * Properties of an EpochParts.
             * @typedef {Object} permafrost.v1.EpochParts.$Properties
             * @property {Uint8Array} [keyId] EpochParts keyId
             * @property {Uint8Array} [epochId] EpochParts epochId
             * @property {Array.<Uint8Array>} [envelopes] EpochParts envelopes
             * @property {Uint8Array} [testSignature] EpochParts testSignature
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an EpochParts.
             * @memberof permafrost.v1
             * @interface IEpochParts
             * @augments permafrost.v1.EpochParts.$Properties
             * @deprecated Use permafrost.v1.EpochParts.$Properties instead.
             */

            /**
             * Shape of an EpochParts.
             * @typedef {permafrost.v1.EpochParts.$Properties} permafrost.v1.EpochParts.$Shape
             */

            /**
             * Constructs a new EpochParts.
             * @memberof permafrost.v1
             * @classdesc Represents an EpochParts.
             * @constructor
             * @param {permafrost.v1.EpochParts.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const EpochParts = function (properties) {
                this.envelopes = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * EpochParts keyId.
             * @member {Uint8Array} keyId
             * @memberof permafrost.v1.EpochParts
             * @instance
             */
            EpochParts.prototype.keyId = $util.newBuffer([]);

            /**
             * EpochParts epochId.
             * @member {Uint8Array} epochId
             * @memberof permafrost.v1.EpochParts
             * @instance
             */
            EpochParts.prototype.epochId = $util.newBuffer([]);

            /**
             * EpochParts envelopes.
             * @member {Array.<Uint8Array>} envelopes
             * @memberof permafrost.v1.EpochParts
             * @instance
             */
            EpochParts.prototype.envelopes = $util.emptyArray;

            /**
             * EpochParts testSignature.
             * @member {Uint8Array} testSignature
             * @memberof permafrost.v1.EpochParts
             * @instance
             */
            EpochParts.prototype.testSignature = $util.newBuffer([]);

            /**
             * Creates a new EpochParts instance using the specified properties.
             * @function create
             * @memberof permafrost.v1.EpochParts
             * @static
             * @param {permafrost.v1.EpochParts.$Properties=} [properties] Properties to set
             * @returns {permafrost.v1.EpochParts} EpochParts instance
             * @type {{
             *   (properties: permafrost.v1.EpochParts.$Shape): permafrost.v1.EpochParts & permafrost.v1.EpochParts.$Shape;
             *   (properties?: permafrost.v1.EpochParts.$Properties): permafrost.v1.EpochParts;
             * }}
             */
            EpochParts.create = function(properties) {
                return new EpochParts(properties);
            };

            /**
             * Encodes the specified EpochParts message. Does not implicitly {@link permafrost.v1.EpochParts.verify|verify} messages.
             * @function encode
             * @memberof permafrost.v1.EpochParts
             * @static
             * @param {permafrost.v1.EpochParts.$Properties} message EpochParts message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            EpochParts.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.keyId != null && $Object.hasOwnProperty.call(message, "keyId") && message.keyId.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.keyId);
                if (message.epochId != null && $Object.hasOwnProperty.call(message, "epochId") && message.epochId.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.epochId);
                if (message.envelopes != null && message.envelopes.length)
                    for (let i = 0; i < message.envelopes.length; ++i)
                        writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.envelopes[i]);
                if (message.testSignature != null && $Object.hasOwnProperty.call(message, "testSignature") && message.testSignature.length)
                    writer.uint32(/* id 4, wireType 2 =*/34).bytes(message.testSignature);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an EpochParts message from the specified reader or buffer.
             * @function decode
             * @memberof permafrost.v1.EpochParts
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {permafrost.v1.EpochParts & permafrost.v1.EpochParts.$Shape} EpochParts
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            EpochParts.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.permafrost.v1.EpochParts();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.keyId = value;
                            else
                                delete message.keyId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.epochId = value;
                            else
                                delete message.epochId;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (!(message.envelopes && message.envelopes.length))
                                message.envelopes = [];
                            message.envelopes.push(reader.bytes());
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.testSignature = value;
                            else
                                delete message.testSignature;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return EpochParts;
        })();

        v1.EpochRequest = (function() {

            /**
             * Properties of an EpochRequest.
             * @typedef {Object} permafrost.v1.EpochRequest.$Properties
             * @property {Uint8Array} [keyId] EpochRequest keyId
             * @property {Uint8Array} [epochId] EpochRequest epochId
             * @property {boolean} [hasBase] EpochRequest hasBase
             * @property {number|Long} [after] EpochRequest after
             * @property {number} [offset] EpochRequest offset
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an EpochRequest.
             * @memberof permafrost.v1
             * @interface IEpochRequest
             * @augments permafrost.v1.EpochRequest.$Properties
             * @deprecated Use permafrost.v1.EpochRequest.$Properties instead.
             */

            /**
             * Shape of an EpochRequest.
             * @typedef {permafrost.v1.EpochRequest.$Properties} permafrost.v1.EpochRequest.$Shape
             */

            /**
             * Constructs a new EpochRequest.
             * @memberof permafrost.v1
             * @classdesc Represents an EpochRequest.
             * @constructor
             * @param {permafrost.v1.EpochRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const EpochRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * EpochRequest keyId.
             * @member {Uint8Array} keyId
             * @memberof permafrost.v1.EpochRequest
             * @instance
             */
            EpochRequest.prototype.keyId = $util.newBuffer([]);

            /**
             * EpochRequest epochId.
             * @member {Uint8Array} epochId
             * @memberof permafrost.v1.EpochRequest
             * @instance
             */
            EpochRequest.prototype.epochId = $util.newBuffer([]);

            /**
             * EpochRequest hasBase.
             * @member {boolean} hasBase
             * @memberof permafrost.v1.EpochRequest
             * @instance
             */
            EpochRequest.prototype.hasBase = false;

            /**
             * EpochRequest after.
             * @member {number|Long} after
             * @memberof permafrost.v1.EpochRequest
             * @instance
             */
            EpochRequest.prototype.after = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * EpochRequest offset.
             * @member {number} offset
             * @memberof permafrost.v1.EpochRequest
             * @instance
             */
            EpochRequest.prototype.offset = 0;

            /**
             * Creates a new EpochRequest instance using the specified properties.
             * @function create
             * @memberof permafrost.v1.EpochRequest
             * @static
             * @param {permafrost.v1.EpochRequest.$Properties=} [properties] Properties to set
             * @returns {permafrost.v1.EpochRequest} EpochRequest instance
             * @type {{
             *   (properties: permafrost.v1.EpochRequest.$Shape): permafrost.v1.EpochRequest & permafrost.v1.EpochRequest.$Shape;
             *   (properties?: permafrost.v1.EpochRequest.$Properties): permafrost.v1.EpochRequest;
             * }}
             */
            EpochRequest.create = function(properties) {
                return new EpochRequest(properties);
            };

            /**
             * Encodes the specified EpochRequest message. Does not implicitly {@link permafrost.v1.EpochRequest.verify|verify} messages.
             * @function encode
             * @memberof permafrost.v1.EpochRequest
             * @static
             * @param {permafrost.v1.EpochRequest.$Properties} message EpochRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            EpochRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.keyId != null && $Object.hasOwnProperty.call(message, "keyId") && message.keyId.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.keyId);
                if (message.epochId != null && $Object.hasOwnProperty.call(message, "epochId") && message.epochId.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.epochId);
                if (message.hasBase != null && $Object.hasOwnProperty.call(message, "hasBase") && message.hasBase !== false)
                    writer.uint32(/* id 3, wireType 0 =*/24).bool(message.hasBase);
                if (message.after != null && $Object.hasOwnProperty.call(message, "after") && (typeof message.after === "object" ? message.after.low || message.after.high : message.after !== 0))
                    writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.after);
                if (message.offset != null && $Object.hasOwnProperty.call(message, "offset") && message.offset !== 0)
                    writer.uint32(/* id 5, wireType 0 =*/40).uint32(message.offset);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an EpochRequest message from the specified reader or buffer.
             * @function decode
             * @memberof permafrost.v1.EpochRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {permafrost.v1.EpochRequest & permafrost.v1.EpochRequest.$Shape} EpochRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            EpochRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.permafrost.v1.EpochRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.keyId = value;
                            else
                                delete message.keyId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.epochId = value;
                            else
                                delete message.epochId;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.hasBase = value;
                            else
                                delete message.hasBase;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.after = value;
                            else
                                delete message.after;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.offset = value;
                            else
                                delete message.offset;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return EpochRequest;
        })();

        v1.EpochChunk = (function() {

            /**
             * Properties of an EpochChunk.
             * @typedef {Object} permafrost.v1.EpochChunk.$Properties
             * @property {Uint8Array} [keyId] EpochChunk keyId
             * @property {Uint8Array} [epochId] EpochChunk epochId
             * @property {number} [total] EpochChunk total
             * @property {number} [offset] EpochChunk offset
             * @property {Uint8Array} [part] EpochChunk part
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an EpochChunk.
             * @memberof permafrost.v1
             * @interface IEpochChunk
             * @augments permafrost.v1.EpochChunk.$Properties
             * @deprecated Use permafrost.v1.EpochChunk.$Properties instead.
             */

            /**
             * Shape of an EpochChunk.
             * @typedef {permafrost.v1.EpochChunk.$Properties} permafrost.v1.EpochChunk.$Shape
             */

            /**
             * Constructs a new EpochChunk.
             * @memberof permafrost.v1
             * @classdesc Represents an EpochChunk.
             * @constructor
             * @param {permafrost.v1.EpochChunk.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const EpochChunk = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * EpochChunk keyId.
             * @member {Uint8Array} keyId
             * @memberof permafrost.v1.EpochChunk
             * @instance
             */
            EpochChunk.prototype.keyId = $util.newBuffer([]);

            /**
             * EpochChunk epochId.
             * @member {Uint8Array} epochId
             * @memberof permafrost.v1.EpochChunk
             * @instance
             */
            EpochChunk.prototype.epochId = $util.newBuffer([]);

            /**
             * EpochChunk total.
             * @member {number} total
             * @memberof permafrost.v1.EpochChunk
             * @instance
             */
            EpochChunk.prototype.total = 0;

            /**
             * EpochChunk offset.
             * @member {number} offset
             * @memberof permafrost.v1.EpochChunk
             * @instance
             */
            EpochChunk.prototype.offset = 0;

            /**
             * EpochChunk part.
             * @member {Uint8Array} part
             * @memberof permafrost.v1.EpochChunk
             * @instance
             */
            EpochChunk.prototype.part = $util.newBuffer([]);

            /**
             * Creates a new EpochChunk instance using the specified properties.
             * @function create
             * @memberof permafrost.v1.EpochChunk
             * @static
             * @param {permafrost.v1.EpochChunk.$Properties=} [properties] Properties to set
             * @returns {permafrost.v1.EpochChunk} EpochChunk instance
             * @type {{
             *   (properties: permafrost.v1.EpochChunk.$Shape): permafrost.v1.EpochChunk & permafrost.v1.EpochChunk.$Shape;
             *   (properties?: permafrost.v1.EpochChunk.$Properties): permafrost.v1.EpochChunk;
             * }}
             */
            EpochChunk.create = function(properties) {
                return new EpochChunk(properties);
            };

            /**
             * Encodes the specified EpochChunk message. Does not implicitly {@link permafrost.v1.EpochChunk.verify|verify} messages.
             * @function encode
             * @memberof permafrost.v1.EpochChunk
             * @static
             * @param {permafrost.v1.EpochChunk.$Properties} message EpochChunk message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            EpochChunk.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.keyId != null && $Object.hasOwnProperty.call(message, "keyId") && message.keyId.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.keyId);
                if (message.epochId != null && $Object.hasOwnProperty.call(message, "epochId") && message.epochId.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.epochId);
                if (message.total != null && $Object.hasOwnProperty.call(message, "total") && message.total !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.total);
                if (message.offset != null && $Object.hasOwnProperty.call(message, "offset") && message.offset !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.offset);
                if (message.part != null && $Object.hasOwnProperty.call(message, "part") && message.part.length)
                    writer.uint32(/* id 5, wireType 2 =*/42).bytes(message.part);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an EpochChunk message from the specified reader or buffer.
             * @function decode
             * @memberof permafrost.v1.EpochChunk
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {permafrost.v1.EpochChunk & permafrost.v1.EpochChunk.$Shape} EpochChunk
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            EpochChunk.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.permafrost.v1.EpochChunk();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.keyId = value;
                            else
                                delete message.keyId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.epochId = value;
                            else
                                delete message.epochId;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.total = value;
                            else
                                delete message.total;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.offset = value;
                            else
                                delete message.offset;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.part = value;
                            else
                                delete message.part;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return EpochChunk;
        })();

        v1.Proposal = (function() {

            /**
             * Properties of a Proposal.
             * @typedef {Object} permafrost.v1.Proposal.$Properties
             * @property {string} [type] Proposal type
             * @property {string} [name] Proposal name
             * @property {string} [suite] Proposal suite
             * @property {string} [purpose] Proposal purpose
             * @property {number} [minSigners] Proposal minSigners
             * @property {Array.<Uint8Array>} [members] Proposal members
             * @property {Array.<Uint8Array>} [requesters] Proposal requesters
             * @property {Uint8Array} [policy] Proposal policy
             * @property {Uint8Array} [proposer] Proposal proposer
             * @property {Uint8Array} [node] Proposal node
             * @property {Uint8Array} [nonce] Proposal nonce
             * @property {number|Long} [expiresMs] Proposal expiresMs
             * @property {Array.<Uint8Array>} [keys] Proposal keys
             * @property {permafrost.v1.KeyChange.$Properties} [change] Proposal change
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Proposal.
             * @memberof permafrost.v1
             * @interface IProposal
             * @augments permafrost.v1.Proposal.$Properties
             * @deprecated Use permafrost.v1.Proposal.$Properties instead.
             */

            /**
             * Shape of a Proposal.
             * @typedef {permafrost.v1.Proposal.$Properties} permafrost.v1.Proposal.$Shape
             */

            /**
             * Constructs a new Proposal.
             * @memberof permafrost.v1
             * @classdesc Represents a Proposal.
             * @constructor
             * @param {permafrost.v1.Proposal.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Proposal = function (properties) {
                this.members = [];
                this.requesters = [];
                this.keys = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Proposal type.
             * @member {string} type
             * @memberof permafrost.v1.Proposal
             * @instance
             */
            Proposal.prototype.type = "";

            /**
             * Proposal name.
             * @member {string} name
             * @memberof permafrost.v1.Proposal
             * @instance
             */
            Proposal.prototype.name = "";

            /**
             * Proposal suite.
             * @member {string} suite
             * @memberof permafrost.v1.Proposal
             * @instance
             */
            Proposal.prototype.suite = "";

            /**
             * Proposal purpose.
             * @member {string} purpose
             * @memberof permafrost.v1.Proposal
             * @instance
             */
            Proposal.prototype.purpose = "";

            /**
             * Proposal minSigners.
             * @member {number} minSigners
             * @memberof permafrost.v1.Proposal
             * @instance
             */
            Proposal.prototype.minSigners = 0;

            /**
             * Proposal members.
             * @member {Array.<Uint8Array>} members
             * @memberof permafrost.v1.Proposal
             * @instance
             */
            Proposal.prototype.members = $util.emptyArray;

            /**
             * Proposal requesters.
             * @member {Array.<Uint8Array>} requesters
             * @memberof permafrost.v1.Proposal
             * @instance
             */
            Proposal.prototype.requesters = $util.emptyArray;

            /**
             * Proposal policy.
             * @member {Uint8Array} policy
             * @memberof permafrost.v1.Proposal
             * @instance
             */
            Proposal.prototype.policy = $util.newBuffer([]);

            /**
             * Proposal proposer.
             * @member {Uint8Array} proposer
             * @memberof permafrost.v1.Proposal
             * @instance
             */
            Proposal.prototype.proposer = $util.newBuffer([]);

            /**
             * Proposal node.
             * @member {Uint8Array} node
             * @memberof permafrost.v1.Proposal
             * @instance
             */
            Proposal.prototype.node = $util.newBuffer([]);

            /**
             * Proposal nonce.
             * @member {Uint8Array} nonce
             * @memberof permafrost.v1.Proposal
             * @instance
             */
            Proposal.prototype.nonce = $util.newBuffer([]);

            /**
             * Proposal expiresMs.
             * @member {number|Long} expiresMs
             * @memberof permafrost.v1.Proposal
             * @instance
             */
            Proposal.prototype.expiresMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Proposal keys.
             * @member {Array.<Uint8Array>} keys
             * @memberof permafrost.v1.Proposal
             * @instance
             */
            Proposal.prototype.keys = $util.emptyArray;

            /**
             * Proposal change.
             * @member {permafrost.v1.KeyChange} change
             * @memberof permafrost.v1.Proposal
             * @instance
             */
            Proposal.prototype.change = null;

            /**
             * Creates a new Proposal instance using the specified properties.
             * @function create
             * @memberof permafrost.v1.Proposal
             * @static
             * @param {permafrost.v1.Proposal.$Properties=} [properties] Properties to set
             * @returns {permafrost.v1.Proposal} Proposal instance
             * @type {{
             *   (properties: permafrost.v1.Proposal.$Shape): permafrost.v1.Proposal & permafrost.v1.Proposal.$Shape;
             *   (properties?: permafrost.v1.Proposal.$Properties): permafrost.v1.Proposal;
             * }}
             */
            Proposal.create = function(properties) {
                return new Proposal(properties);
            };

            /**
             * Encodes the specified Proposal message. Does not implicitly {@link permafrost.v1.Proposal.verify|verify} messages.
             * @function encode
             * @memberof permafrost.v1.Proposal
             * @static
             * @param {permafrost.v1.Proposal.$Properties} message Proposal message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Proposal.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.type != null && $Object.hasOwnProperty.call(message, "type") && message.type !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.type);
                if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.name);
                if (message.suite != null && $Object.hasOwnProperty.call(message, "suite") && message.suite !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.suite);
                if (message.purpose != null && $Object.hasOwnProperty.call(message, "purpose") && message.purpose !== "")
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.purpose);
                if (message.minSigners != null && $Object.hasOwnProperty.call(message, "minSigners") && message.minSigners !== 0)
                    writer.uint32(/* id 5, wireType 0 =*/40).uint32(message.minSigners);
                if (message.members != null && message.members.length)
                    for (let i = 0; i < message.members.length; ++i)
                        writer.uint32(/* id 6, wireType 2 =*/50).bytes(message.members[i]);
                if (message.requesters != null && message.requesters.length)
                    for (let i = 0; i < message.requesters.length; ++i)
                        writer.uint32(/* id 7, wireType 2 =*/58).bytes(message.requesters[i]);
                if (message.policy != null && $Object.hasOwnProperty.call(message, "policy") && message.policy.length)
                    writer.uint32(/* id 8, wireType 2 =*/66).bytes(message.policy);
                if (message.proposer != null && $Object.hasOwnProperty.call(message, "proposer") && message.proposer.length)
                    writer.uint32(/* id 9, wireType 2 =*/74).bytes(message.proposer);
                if (message.node != null && $Object.hasOwnProperty.call(message, "node") && message.node.length)
                    writer.uint32(/* id 10, wireType 2 =*/82).bytes(message.node);
                if (message.nonce != null && $Object.hasOwnProperty.call(message, "nonce") && message.nonce.length)
                    writer.uint32(/* id 11, wireType 2 =*/90).bytes(message.nonce);
                if (message.expiresMs != null && $Object.hasOwnProperty.call(message, "expiresMs") && (typeof message.expiresMs === "object" ? message.expiresMs.low || message.expiresMs.high : message.expiresMs !== 0))
                    writer.uint32(/* id 12, wireType 0 =*/96).uint64(message.expiresMs);
                if (message.keys != null && message.keys.length)
                    for (let i = 0; i < message.keys.length; ++i)
                        writer.uint32(/* id 13, wireType 2 =*/106).bytes(message.keys[i]);
                if (message.change != null && $Object.hasOwnProperty.call(message, "change"))
                    $root.permafrost.v1.KeyChange.encode(message.change, writer.uint32(/* id 14, wireType 2 =*/114).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Proposal message from the specified reader or buffer.
             * @function decode
             * @memberof permafrost.v1.Proposal
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {permafrost.v1.Proposal & permafrost.v1.Proposal.$Shape} Proposal
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Proposal.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.permafrost.v1.Proposal();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.type = value;
                            else
                                delete message.type;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.name = value;
                            else
                                delete message.name;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.suite = value;
                            else
                                delete message.suite;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.purpose = value;
                            else
                                delete message.purpose;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.minSigners = value;
                            else
                                delete message.minSigners;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if (!(message.members && message.members.length))
                                message.members = [];
                            message.members.push(reader.bytes());
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            if (!(message.requesters && message.requesters.length))
                                message.requesters = [];
                            message.requesters.push(reader.bytes());
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.policy = value;
                            else
                                delete message.policy;
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.proposer = value;
                            else
                                delete message.proposer;
                            continue;
                        }
                    case 10: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.node = value;
                            else
                                delete message.node;
                            continue;
                        }
                    case 11: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.nonce = value;
                            else
                                delete message.nonce;
                            continue;
                        }
                    case 12: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.expiresMs = value;
                            else
                                delete message.expiresMs;
                            continue;
                        }
                    case 13: {
                            if (wireType !== 2)
                                break;
                            if (!(message.keys && message.keys.length))
                                message.keys = [];
                            message.keys.push(reader.bytes());
                            continue;
                        }
                    case 14: {
                            if (wireType !== 2)
                                break;
                            message.change = $root.permafrost.v1.KeyChange.decode(reader, reader.size(), $undefined, _depth + 1, message.change);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Proposal;
        })();

        v1.KeyChange = (function() {

            /**
             * Properties of a KeyChange.
             * @typedef {Object} permafrost.v1.KeyChange.$Properties
             * @property {Uint8Array} [keyId] KeyChange keyId
             * @property {Uint8Array} [baseEpochId] KeyChange baseEpochId
             * @property {number|Long} [baseNumber] KeyChange baseNumber
             * @property {number|Long} [number] KeyChange number
             * @property {Uint8Array} [groupKey] KeyChange groupKey
             * @property {number} [baseMinSigners] KeyChange baseMinSigners
             * @property {Array.<Uint8Array>} [baseMembers] KeyChange baseMembers
             * @property {Array.<Uint8Array>} [dealers] KeyChange dealers
             * @property {Array.<Uint8Array>} [excluded] KeyChange excluded
             * @property {Uint8Array} [lost] KeyChange lost
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a KeyChange.
             * @memberof permafrost.v1
             * @interface IKeyChange
             * @augments permafrost.v1.KeyChange.$Properties
             * @deprecated Use permafrost.v1.KeyChange.$Properties instead.
             */

            /**
             * Shape of a KeyChange.
             * @typedef {permafrost.v1.KeyChange.$Properties} permafrost.v1.KeyChange.$Shape
             */

            /**
             * Constructs a new KeyChange.
             * @memberof permafrost.v1
             * @classdesc Represents a KeyChange.
             * @constructor
             * @param {permafrost.v1.KeyChange.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const KeyChange = function (properties) {
                this.baseMembers = [];
                this.dealers = [];
                this.excluded = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * KeyChange keyId.
             * @member {Uint8Array} keyId
             * @memberof permafrost.v1.KeyChange
             * @instance
             */
            KeyChange.prototype.keyId = $util.newBuffer([]);

            /**
             * KeyChange baseEpochId.
             * @member {Uint8Array} baseEpochId
             * @memberof permafrost.v1.KeyChange
             * @instance
             */
            KeyChange.prototype.baseEpochId = $util.newBuffer([]);

            /**
             * KeyChange baseNumber.
             * @member {number|Long} baseNumber
             * @memberof permafrost.v1.KeyChange
             * @instance
             */
            KeyChange.prototype.baseNumber = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * KeyChange number.
             * @member {number|Long} number
             * @memberof permafrost.v1.KeyChange
             * @instance
             */
            KeyChange.prototype.number = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * KeyChange groupKey.
             * @member {Uint8Array} groupKey
             * @memberof permafrost.v1.KeyChange
             * @instance
             */
            KeyChange.prototype.groupKey = $util.newBuffer([]);

            /**
             * KeyChange baseMinSigners.
             * @member {number} baseMinSigners
             * @memberof permafrost.v1.KeyChange
             * @instance
             */
            KeyChange.prototype.baseMinSigners = 0;

            /**
             * KeyChange baseMembers.
             * @member {Array.<Uint8Array>} baseMembers
             * @memberof permafrost.v1.KeyChange
             * @instance
             */
            KeyChange.prototype.baseMembers = $util.emptyArray;

            /**
             * KeyChange dealers.
             * @member {Array.<Uint8Array>} dealers
             * @memberof permafrost.v1.KeyChange
             * @instance
             */
            KeyChange.prototype.dealers = $util.emptyArray;

            /**
             * KeyChange excluded.
             * @member {Array.<Uint8Array>} excluded
             * @memberof permafrost.v1.KeyChange
             * @instance
             */
            KeyChange.prototype.excluded = $util.emptyArray;

            /**
             * KeyChange lost.
             * @member {Uint8Array} lost
             * @memberof permafrost.v1.KeyChange
             * @instance
             */
            KeyChange.prototype.lost = $util.newBuffer([]);

            /**
             * Creates a new KeyChange instance using the specified properties.
             * @function create
             * @memberof permafrost.v1.KeyChange
             * @static
             * @param {permafrost.v1.KeyChange.$Properties=} [properties] Properties to set
             * @returns {permafrost.v1.KeyChange} KeyChange instance
             * @type {{
             *   (properties: permafrost.v1.KeyChange.$Shape): permafrost.v1.KeyChange & permafrost.v1.KeyChange.$Shape;
             *   (properties?: permafrost.v1.KeyChange.$Properties): permafrost.v1.KeyChange;
             * }}
             */
            KeyChange.create = function(properties) {
                return new KeyChange(properties);
            };

            /**
             * Encodes the specified KeyChange message. Does not implicitly {@link permafrost.v1.KeyChange.verify|verify} messages.
             * @function encode
             * @memberof permafrost.v1.KeyChange
             * @static
             * @param {permafrost.v1.KeyChange.$Properties} message KeyChange message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            KeyChange.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.keyId != null && $Object.hasOwnProperty.call(message, "keyId") && message.keyId.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.keyId);
                if (message.baseEpochId != null && $Object.hasOwnProperty.call(message, "baseEpochId") && message.baseEpochId.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.baseEpochId);
                if (message.baseNumber != null && $Object.hasOwnProperty.call(message, "baseNumber") && (typeof message.baseNumber === "object" ? message.baseNumber.low || message.baseNumber.high : message.baseNumber !== 0))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.baseNumber);
                if (message.number != null && $Object.hasOwnProperty.call(message, "number") && (typeof message.number === "object" ? message.number.low || message.number.high : message.number !== 0))
                    writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.number);
                if (message.groupKey != null && $Object.hasOwnProperty.call(message, "groupKey") && message.groupKey.length)
                    writer.uint32(/* id 5, wireType 2 =*/42).bytes(message.groupKey);
                if (message.baseMinSigners != null && $Object.hasOwnProperty.call(message, "baseMinSigners") && message.baseMinSigners !== 0)
                    writer.uint32(/* id 6, wireType 0 =*/48).uint32(message.baseMinSigners);
                if (message.baseMembers != null && message.baseMembers.length)
                    for (let i = 0; i < message.baseMembers.length; ++i)
                        writer.uint32(/* id 7, wireType 2 =*/58).bytes(message.baseMembers[i]);
                if (message.dealers != null && message.dealers.length)
                    for (let i = 0; i < message.dealers.length; ++i)
                        writer.uint32(/* id 8, wireType 2 =*/66).bytes(message.dealers[i]);
                if (message.excluded != null && message.excluded.length)
                    for (let i = 0; i < message.excluded.length; ++i)
                        writer.uint32(/* id 9, wireType 2 =*/74).bytes(message.excluded[i]);
                if (message.lost != null && $Object.hasOwnProperty.call(message, "lost") && message.lost.length)
                    writer.uint32(/* id 10, wireType 2 =*/82).bytes(message.lost);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a KeyChange message from the specified reader or buffer.
             * @function decode
             * @memberof permafrost.v1.KeyChange
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {permafrost.v1.KeyChange & permafrost.v1.KeyChange.$Shape} KeyChange
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            KeyChange.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.permafrost.v1.KeyChange();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.keyId = value;
                            else
                                delete message.keyId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.baseEpochId = value;
                            else
                                delete message.baseEpochId;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.baseNumber = value;
                            else
                                delete message.baseNumber;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.number = value;
                            else
                                delete message.number;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.groupKey = value;
                            else
                                delete message.groupKey;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.baseMinSigners = value;
                            else
                                delete message.baseMinSigners;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            if (!(message.baseMembers && message.baseMembers.length))
                                message.baseMembers = [];
                            message.baseMembers.push(reader.bytes());
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            if (!(message.dealers && message.dealers.length))
                                message.dealers = [];
                            message.dealers.push(reader.bytes());
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            if (!(message.excluded && message.excluded.length))
                                message.excluded = [];
                            message.excluded.push(reader.bytes());
                            continue;
                        }
                    case 10: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.lost = value;
                            else
                                delete message.lost;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return KeyChange;
        })();

        v1.Vote = (function() {

            /**
             * Properties of a Vote.
             * @typedef {Object} permafrost.v1.Vote.$Properties
             * @property {Uint8Array} [keyId] Vote keyId
             * @property {Uint8Array} [baseEpochId] Vote baseEpochId
             * @property {number|Long} [number] Vote number
             * @property {Uint8Array} [epochId] Vote epochId
             * @property {Uint8Array} [hostPub] Vote hostPub
             * @property {Uint8Array} [signature] Vote signature
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Vote.
             * @memberof permafrost.v1
             * @interface IVote
             * @augments permafrost.v1.Vote.$Properties
             * @deprecated Use permafrost.v1.Vote.$Properties instead.
             */

            /**
             * Shape of a Vote.
             * @typedef {permafrost.v1.Vote.$Properties} permafrost.v1.Vote.$Shape
             */

            /**
             * Constructs a new Vote.
             * @memberof permafrost.v1
             * @classdesc Represents a Vote.
             * @constructor
             * @param {permafrost.v1.Vote.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Vote = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Vote keyId.
             * @member {Uint8Array} keyId
             * @memberof permafrost.v1.Vote
             * @instance
             */
            Vote.prototype.keyId = $util.newBuffer([]);

            /**
             * Vote baseEpochId.
             * @member {Uint8Array} baseEpochId
             * @memberof permafrost.v1.Vote
             * @instance
             */
            Vote.prototype.baseEpochId = $util.newBuffer([]);

            /**
             * Vote number.
             * @member {number|Long} number
             * @memberof permafrost.v1.Vote
             * @instance
             */
            Vote.prototype.number = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Vote epochId.
             * @member {Uint8Array} epochId
             * @memberof permafrost.v1.Vote
             * @instance
             */
            Vote.prototype.epochId = $util.newBuffer([]);

            /**
             * Vote hostPub.
             * @member {Uint8Array} hostPub
             * @memberof permafrost.v1.Vote
             * @instance
             */
            Vote.prototype.hostPub = $util.newBuffer([]);

            /**
             * Vote signature.
             * @member {Uint8Array} signature
             * @memberof permafrost.v1.Vote
             * @instance
             */
            Vote.prototype.signature = $util.newBuffer([]);

            /**
             * Creates a new Vote instance using the specified properties.
             * @function create
             * @memberof permafrost.v1.Vote
             * @static
             * @param {permafrost.v1.Vote.$Properties=} [properties] Properties to set
             * @returns {permafrost.v1.Vote} Vote instance
             * @type {{
             *   (properties: permafrost.v1.Vote.$Shape): permafrost.v1.Vote & permafrost.v1.Vote.$Shape;
             *   (properties?: permafrost.v1.Vote.$Properties): permafrost.v1.Vote;
             * }}
             */
            Vote.create = function(properties) {
                return new Vote(properties);
            };

            /**
             * Encodes the specified Vote message. Does not implicitly {@link permafrost.v1.Vote.verify|verify} messages.
             * @function encode
             * @memberof permafrost.v1.Vote
             * @static
             * @param {permafrost.v1.Vote.$Properties} message Vote message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Vote.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.keyId != null && $Object.hasOwnProperty.call(message, "keyId") && message.keyId.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.keyId);
                if (message.baseEpochId != null && $Object.hasOwnProperty.call(message, "baseEpochId") && message.baseEpochId.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.baseEpochId);
                if (message.number != null && $Object.hasOwnProperty.call(message, "number") && (typeof message.number === "object" ? message.number.low || message.number.high : message.number !== 0))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.number);
                if (message.epochId != null && $Object.hasOwnProperty.call(message, "epochId") && message.epochId.length)
                    writer.uint32(/* id 4, wireType 2 =*/34).bytes(message.epochId);
                if (message.hostPub != null && $Object.hasOwnProperty.call(message, "hostPub") && message.hostPub.length)
                    writer.uint32(/* id 5, wireType 2 =*/42).bytes(message.hostPub);
                if (message.signature != null && $Object.hasOwnProperty.call(message, "signature") && message.signature.length)
                    writer.uint32(/* id 6, wireType 2 =*/50).bytes(message.signature);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Vote message from the specified reader or buffer.
             * @function decode
             * @memberof permafrost.v1.Vote
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {permafrost.v1.Vote & permafrost.v1.Vote.$Shape} Vote
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Vote.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.permafrost.v1.Vote();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.keyId = value;
                            else
                                delete message.keyId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.baseEpochId = value;
                            else
                                delete message.baseEpochId;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.number = value;
                            else
                                delete message.number;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.epochId = value;
                            else
                                delete message.epochId;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.hostPub = value;
                            else
                                delete message.hostPub;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.signature = value;
                            else
                                delete message.signature;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Vote;
        })();

        v1.ActivationCertificate = (function() {

            /**
             * Properties of an ActivationCertificate.
             * @typedef {Object} permafrost.v1.ActivationCertificate.$Properties
             * @property {Array.<Uint8Array>} [stored] ActivationCertificate stored
             * @property {Uint8Array} [testSignature] ActivationCertificate testSignature
             * @property {Array.<permafrost.v1.Vote.$Properties>} [votes] ActivationCertificate votes
             * @property {Array.<permafrost.v1.Statement.$Properties>} [acceptances] ActivationCertificate acceptances
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an ActivationCertificate.
             * @memberof permafrost.v1
             * @interface IActivationCertificate
             * @augments permafrost.v1.ActivationCertificate.$Properties
             * @deprecated Use permafrost.v1.ActivationCertificate.$Properties instead.
             */

            /**
             * Shape of an ActivationCertificate.
             * @typedef {permafrost.v1.ActivationCertificate.$Properties} permafrost.v1.ActivationCertificate.$Shape
             */

            /**
             * Constructs a new ActivationCertificate.
             * @memberof permafrost.v1
             * @classdesc Represents an ActivationCertificate.
             * @constructor
             * @param {permafrost.v1.ActivationCertificate.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ActivationCertificate = function (properties) {
                this.stored = [];
                this.votes = [];
                this.acceptances = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ActivationCertificate stored.
             * @member {Array.<Uint8Array>} stored
             * @memberof permafrost.v1.ActivationCertificate
             * @instance
             */
            ActivationCertificate.prototype.stored = $util.emptyArray;

            /**
             * ActivationCertificate testSignature.
             * @member {Uint8Array} testSignature
             * @memberof permafrost.v1.ActivationCertificate
             * @instance
             */
            ActivationCertificate.prototype.testSignature = $util.newBuffer([]);

            /**
             * ActivationCertificate votes.
             * @member {Array.<permafrost.v1.Vote>} votes
             * @memberof permafrost.v1.ActivationCertificate
             * @instance
             */
            ActivationCertificate.prototype.votes = $util.emptyArray;

            /**
             * ActivationCertificate acceptances.
             * @member {Array.<permafrost.v1.Statement>} acceptances
             * @memberof permafrost.v1.ActivationCertificate
             * @instance
             */
            ActivationCertificate.prototype.acceptances = $util.emptyArray;

            /**
             * Creates a new ActivationCertificate instance using the specified properties.
             * @function create
             * @memberof permafrost.v1.ActivationCertificate
             * @static
             * @param {permafrost.v1.ActivationCertificate.$Properties=} [properties] Properties to set
             * @returns {permafrost.v1.ActivationCertificate} ActivationCertificate instance
             * @type {{
             *   (properties: permafrost.v1.ActivationCertificate.$Shape): permafrost.v1.ActivationCertificate & permafrost.v1.ActivationCertificate.$Shape;
             *   (properties?: permafrost.v1.ActivationCertificate.$Properties): permafrost.v1.ActivationCertificate;
             * }}
             */
            ActivationCertificate.create = function(properties) {
                return new ActivationCertificate(properties);
            };

            /**
             * Encodes the specified ActivationCertificate message. Does not implicitly {@link permafrost.v1.ActivationCertificate.verify|verify} messages.
             * @function encode
             * @memberof permafrost.v1.ActivationCertificate
             * @static
             * @param {permafrost.v1.ActivationCertificate.$Properties} message ActivationCertificate message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ActivationCertificate.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.stored != null && message.stored.length)
                    for (let i = 0; i < message.stored.length; ++i)
                        writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.stored[i]);
                if (message.testSignature != null && $Object.hasOwnProperty.call(message, "testSignature") && message.testSignature.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.testSignature);
                if (message.votes != null && message.votes.length)
                    for (let i = 0; i < message.votes.length; ++i)
                        $root.permafrost.v1.Vote.encode(message.votes[i], writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.acceptances != null && message.acceptances.length)
                    for (let i = 0; i < message.acceptances.length; ++i)
                        $root.permafrost.v1.Statement.encode(message.acceptances[i], writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an ActivationCertificate message from the specified reader or buffer.
             * @function decode
             * @memberof permafrost.v1.ActivationCertificate
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {permafrost.v1.ActivationCertificate & permafrost.v1.ActivationCertificate.$Shape} ActivationCertificate
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ActivationCertificate.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.permafrost.v1.ActivationCertificate();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.stored && message.stored.length))
                                message.stored = [];
                            message.stored.push(reader.bytes());
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.testSignature = value;
                            else
                                delete message.testSignature;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (!(message.votes && message.votes.length))
                                message.votes = [];
                            message.votes.push($root.permafrost.v1.Vote.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if (!(message.acceptances && message.acceptances.length))
                                message.acceptances = [];
                            message.acceptances.push($root.permafrost.v1.Statement.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ActivationCertificate;
        })();

        v1.EpochRecord = (function() {

            /**
             * Properties of an EpochRecord.
             * @typedef {Object} permafrost.v1.EpochRecord.$Properties
             * @property {Uint8Array} [proposal] EpochRecord proposal
             * @property {number|Long} [attempt] EpochRecord attempt
             * @property {Array.<Uint8Array>} [without] EpochRecord without
             * @property {Array.<Uint8Array>} [joins] EpochRecord joins
             * @property {Array.<Uint8Array>} [certs] EpochRecord certs
             * @property {Uint8Array} [transcript] EpochRecord transcript
             * @property {permafrost.v1.ActivationCertificate.$Properties} [activation] EpochRecord activation
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an EpochRecord.
             * @memberof permafrost.v1
             * @interface IEpochRecord
             * @augments permafrost.v1.EpochRecord.$Properties
             * @deprecated Use permafrost.v1.EpochRecord.$Properties instead.
             */

            /**
             * Shape of an EpochRecord.
             * @typedef {permafrost.v1.EpochRecord.$Properties} permafrost.v1.EpochRecord.$Shape
             */

            /**
             * Constructs a new EpochRecord.
             * @memberof permafrost.v1
             * @classdesc Represents an EpochRecord.
             * @constructor
             * @param {permafrost.v1.EpochRecord.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const EpochRecord = function (properties) {
                this.without = [];
                this.joins = [];
                this.certs = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * EpochRecord proposal.
             * @member {Uint8Array} proposal
             * @memberof permafrost.v1.EpochRecord
             * @instance
             */
            EpochRecord.prototype.proposal = $util.newBuffer([]);

            /**
             * EpochRecord attempt.
             * @member {number|Long} attempt
             * @memberof permafrost.v1.EpochRecord
             * @instance
             */
            EpochRecord.prototype.attempt = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * EpochRecord without.
             * @member {Array.<Uint8Array>} without
             * @memberof permafrost.v1.EpochRecord
             * @instance
             */
            EpochRecord.prototype.without = $util.emptyArray;

            /**
             * EpochRecord joins.
             * @member {Array.<Uint8Array>} joins
             * @memberof permafrost.v1.EpochRecord
             * @instance
             */
            EpochRecord.prototype.joins = $util.emptyArray;

            /**
             * EpochRecord certs.
             * @member {Array.<Uint8Array>} certs
             * @memberof permafrost.v1.EpochRecord
             * @instance
             */
            EpochRecord.prototype.certs = $util.emptyArray;

            /**
             * EpochRecord transcript.
             * @member {Uint8Array} transcript
             * @memberof permafrost.v1.EpochRecord
             * @instance
             */
            EpochRecord.prototype.transcript = $util.newBuffer([]);

            /**
             * EpochRecord activation.
             * @member {permafrost.v1.ActivationCertificate} activation
             * @memberof permafrost.v1.EpochRecord
             * @instance
             */
            EpochRecord.prototype.activation = null;

            /**
             * Creates a new EpochRecord instance using the specified properties.
             * @function create
             * @memberof permafrost.v1.EpochRecord
             * @static
             * @param {permafrost.v1.EpochRecord.$Properties=} [properties] Properties to set
             * @returns {permafrost.v1.EpochRecord} EpochRecord instance
             * @type {{
             *   (properties: permafrost.v1.EpochRecord.$Shape): permafrost.v1.EpochRecord & permafrost.v1.EpochRecord.$Shape;
             *   (properties?: permafrost.v1.EpochRecord.$Properties): permafrost.v1.EpochRecord;
             * }}
             */
            EpochRecord.create = function(properties) {
                return new EpochRecord(properties);
            };

            /**
             * Encodes the specified EpochRecord message. Does not implicitly {@link permafrost.v1.EpochRecord.verify|verify} messages.
             * @function encode
             * @memberof permafrost.v1.EpochRecord
             * @static
             * @param {permafrost.v1.EpochRecord.$Properties} message EpochRecord message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            EpochRecord.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.proposal != null && $Object.hasOwnProperty.call(message, "proposal") && message.proposal.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.proposal);
                if (message.attempt != null && $Object.hasOwnProperty.call(message, "attempt") && (typeof message.attempt === "object" ? message.attempt.low || message.attempt.high : message.attempt !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.attempt);
                if (message.without != null && message.without.length)
                    for (let i = 0; i < message.without.length; ++i)
                        writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.without[i]);
                if (message.joins != null && message.joins.length)
                    for (let i = 0; i < message.joins.length; ++i)
                        writer.uint32(/* id 4, wireType 2 =*/34).bytes(message.joins[i]);
                if (message.certs != null && message.certs.length)
                    for (let i = 0; i < message.certs.length; ++i)
                        writer.uint32(/* id 5, wireType 2 =*/42).bytes(message.certs[i]);
                if (message.transcript != null && $Object.hasOwnProperty.call(message, "transcript") && message.transcript.length)
                    writer.uint32(/* id 6, wireType 2 =*/50).bytes(message.transcript);
                if (message.activation != null && $Object.hasOwnProperty.call(message, "activation"))
                    $root.permafrost.v1.ActivationCertificate.encode(message.activation, writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an EpochRecord message from the specified reader or buffer.
             * @function decode
             * @memberof permafrost.v1.EpochRecord
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {permafrost.v1.EpochRecord & permafrost.v1.EpochRecord.$Shape} EpochRecord
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            EpochRecord.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.permafrost.v1.EpochRecord();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.proposal = value;
                            else
                                delete message.proposal;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.attempt = value;
                            else
                                delete message.attempt;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (!(message.without && message.without.length))
                                message.without = [];
                            message.without.push(reader.bytes());
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if (!(message.joins && message.joins.length))
                                message.joins = [];
                            message.joins.push(reader.bytes());
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if (!(message.certs && message.certs.length))
                                message.certs = [];
                            message.certs.push(reader.bytes());
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.transcript = value;
                            else
                                delete message.transcript;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.activation = $root.permafrost.v1.ActivationCertificate.decode(reader, reader.size(), $undefined, _depth + 1, message.activation);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return EpochRecord;
        })();

        v1.Lineage = (function() {

            /**
             * Properties of a Lineage.
             * @typedef {Object} permafrost.v1.Lineage.$Properties
             * @property {Array.<permafrost.v1.EpochRecord.$Properties>} [epochs] Lineage epochs
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Lineage.
             * @memberof permafrost.v1
             * @interface ILineage
             * @augments permafrost.v1.Lineage.$Properties
             * @deprecated Use permafrost.v1.Lineage.$Properties instead.
             */

            /**
             * Shape of a Lineage.
             * @typedef {permafrost.v1.Lineage.$Properties} permafrost.v1.Lineage.$Shape
             */

            /**
             * Constructs a new Lineage.
             * @memberof permafrost.v1
             * @classdesc Represents a Lineage.
             * @constructor
             * @param {permafrost.v1.Lineage.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Lineage = function (properties) {
                this.epochs = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Lineage epochs.
             * @member {Array.<permafrost.v1.EpochRecord>} epochs
             * @memberof permafrost.v1.Lineage
             * @instance
             */
            Lineage.prototype.epochs = $util.emptyArray;

            /**
             * Creates a new Lineage instance using the specified properties.
             * @function create
             * @memberof permafrost.v1.Lineage
             * @static
             * @param {permafrost.v1.Lineage.$Properties=} [properties] Properties to set
             * @returns {permafrost.v1.Lineage} Lineage instance
             * @type {{
             *   (properties: permafrost.v1.Lineage.$Shape): permafrost.v1.Lineage & permafrost.v1.Lineage.$Shape;
             *   (properties?: permafrost.v1.Lineage.$Properties): permafrost.v1.Lineage;
             * }}
             */
            Lineage.create = function(properties) {
                return new Lineage(properties);
            };

            /**
             * Encodes the specified Lineage message. Does not implicitly {@link permafrost.v1.Lineage.verify|verify} messages.
             * @function encode
             * @memberof permafrost.v1.Lineage
             * @static
             * @param {permafrost.v1.Lineage.$Properties} message Lineage message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Lineage.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.epochs != null && message.epochs.length)
                    for (let i = 0; i < message.epochs.length; ++i)
                        $root.permafrost.v1.EpochRecord.encode(message.epochs[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Lineage message from the specified reader or buffer.
             * @function decode
             * @memberof permafrost.v1.Lineage
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {permafrost.v1.Lineage & permafrost.v1.Lineage.$Shape} Lineage
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Lineage.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.permafrost.v1.Lineage();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.epochs && message.epochs.length))
                                message.epochs = [];
                            message.epochs.push($root.permafrost.v1.EpochRecord.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Lineage;
        })();

        v1.Statement = (function() {

            /**
             * Properties of a Statement.
             * @typedef {Object} permafrost.v1.Statement.$Properties
             * @property {string} [verb] Statement verb
             * @property {Uint8Array} [proposalHash] Statement proposalHash
             * @property {Uint8Array} [hostPub] Statement hostPub
             * @property {Uint8Array} [operatorPub] Statement operatorPub
             * @property {Uint8Array} [operatorSignature] Statement operatorSignature
             * @property {Uint8Array} [hostSignature] Statement hostSignature
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Statement.
             * @memberof permafrost.v1
             * @interface IStatement
             * @augments permafrost.v1.Statement.$Properties
             * @deprecated Use permafrost.v1.Statement.$Properties instead.
             */

            /**
             * Shape of a Statement.
             * @typedef {permafrost.v1.Statement.$Properties} permafrost.v1.Statement.$Shape
             */

            /**
             * Constructs a new Statement.
             * @memberof permafrost.v1
             * @classdesc Represents a Statement.
             * @constructor
             * @param {permafrost.v1.Statement.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Statement = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Statement verb.
             * @member {string} verb
             * @memberof permafrost.v1.Statement
             * @instance
             */
            Statement.prototype.verb = "";

            /**
             * Statement proposalHash.
             * @member {Uint8Array} proposalHash
             * @memberof permafrost.v1.Statement
             * @instance
             */
            Statement.prototype.proposalHash = $util.newBuffer([]);

            /**
             * Statement hostPub.
             * @member {Uint8Array} hostPub
             * @memberof permafrost.v1.Statement
             * @instance
             */
            Statement.prototype.hostPub = $util.newBuffer([]);

            /**
             * Statement operatorPub.
             * @member {Uint8Array} operatorPub
             * @memberof permafrost.v1.Statement
             * @instance
             */
            Statement.prototype.operatorPub = $util.newBuffer([]);

            /**
             * Statement operatorSignature.
             * @member {Uint8Array} operatorSignature
             * @memberof permafrost.v1.Statement
             * @instance
             */
            Statement.prototype.operatorSignature = $util.newBuffer([]);

            /**
             * Statement hostSignature.
             * @member {Uint8Array} hostSignature
             * @memberof permafrost.v1.Statement
             * @instance
             */
            Statement.prototype.hostSignature = $util.newBuffer([]);

            /**
             * Creates a new Statement instance using the specified properties.
             * @function create
             * @memberof permafrost.v1.Statement
             * @static
             * @param {permafrost.v1.Statement.$Properties=} [properties] Properties to set
             * @returns {permafrost.v1.Statement} Statement instance
             * @type {{
             *   (properties: permafrost.v1.Statement.$Shape): permafrost.v1.Statement & permafrost.v1.Statement.$Shape;
             *   (properties?: permafrost.v1.Statement.$Properties): permafrost.v1.Statement;
             * }}
             */
            Statement.create = function(properties) {
                return new Statement(properties);
            };

            /**
             * Encodes the specified Statement message. Does not implicitly {@link permafrost.v1.Statement.verify|verify} messages.
             * @function encode
             * @memberof permafrost.v1.Statement
             * @static
             * @param {permafrost.v1.Statement.$Properties} message Statement message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Statement.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.verb != null && $Object.hasOwnProperty.call(message, "verb") && message.verb !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.verb);
                if (message.proposalHash != null && $Object.hasOwnProperty.call(message, "proposalHash") && message.proposalHash.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.proposalHash);
                if (message.hostPub != null && $Object.hasOwnProperty.call(message, "hostPub") && message.hostPub.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.hostPub);
                if (message.operatorPub != null && $Object.hasOwnProperty.call(message, "operatorPub") && message.operatorPub.length)
                    writer.uint32(/* id 4, wireType 2 =*/34).bytes(message.operatorPub);
                if (message.operatorSignature != null && $Object.hasOwnProperty.call(message, "operatorSignature") && message.operatorSignature.length)
                    writer.uint32(/* id 5, wireType 2 =*/42).bytes(message.operatorSignature);
                if (message.hostSignature != null && $Object.hasOwnProperty.call(message, "hostSignature") && message.hostSignature.length)
                    writer.uint32(/* id 6, wireType 2 =*/50).bytes(message.hostSignature);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Statement message from the specified reader or buffer.
             * @function decode
             * @memberof permafrost.v1.Statement
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {permafrost.v1.Statement & permafrost.v1.Statement.$Shape} Statement
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Statement.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.permafrost.v1.Statement();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.verb = value;
                            else
                                delete message.verb;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.proposalHash = value;
                            else
                                delete message.proposalHash;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.hostPub = value;
                            else
                                delete message.hostPub;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.operatorPub = value;
                            else
                                delete message.operatorPub;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.operatorSignature = value;
                            else
                                delete message.operatorSignature;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.hostSignature = value;
                            else
                                delete message.hostSignature;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Statement;
        })();

        v1.ProposalState = (function() {

            /**
             * Properties of a ProposalState.
             * @typedef {Object} permafrost.v1.ProposalState.$Properties
             * @property {Uint8Array} [proposal] ProposalState proposal
             * @property {Array.<permafrost.v1.Statement.$Properties>} [statements] ProposalState statements
             * @property {Array.<permafrost.v1.Start.$Properties>} [starts] ProposalState starts
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ProposalState.
             * @memberof permafrost.v1
             * @interface IProposalState
             * @augments permafrost.v1.ProposalState.$Properties
             * @deprecated Use permafrost.v1.ProposalState.$Properties instead.
             */

            /**
             * Shape of a ProposalState.
             * @typedef {permafrost.v1.ProposalState.$Properties} permafrost.v1.ProposalState.$Shape
             */

            /**
             * Constructs a new ProposalState.
             * @memberof permafrost.v1
             * @classdesc Represents a ProposalState.
             * @constructor
             * @param {permafrost.v1.ProposalState.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ProposalState = function (properties) {
                this.statements = [];
                this.starts = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ProposalState proposal.
             * @member {Uint8Array} proposal
             * @memberof permafrost.v1.ProposalState
             * @instance
             */
            ProposalState.prototype.proposal = $util.newBuffer([]);

            /**
             * ProposalState statements.
             * @member {Array.<permafrost.v1.Statement>} statements
             * @memberof permafrost.v1.ProposalState
             * @instance
             */
            ProposalState.prototype.statements = $util.emptyArray;

            /**
             * ProposalState starts.
             * @member {Array.<permafrost.v1.Start>} starts
             * @memberof permafrost.v1.ProposalState
             * @instance
             */
            ProposalState.prototype.starts = $util.emptyArray;

            /**
             * Creates a new ProposalState instance using the specified properties.
             * @function create
             * @memberof permafrost.v1.ProposalState
             * @static
             * @param {permafrost.v1.ProposalState.$Properties=} [properties] Properties to set
             * @returns {permafrost.v1.ProposalState} ProposalState instance
             * @type {{
             *   (properties: permafrost.v1.ProposalState.$Shape): permafrost.v1.ProposalState & permafrost.v1.ProposalState.$Shape;
             *   (properties?: permafrost.v1.ProposalState.$Properties): permafrost.v1.ProposalState;
             * }}
             */
            ProposalState.create = function(properties) {
                return new ProposalState(properties);
            };

            /**
             * Encodes the specified ProposalState message. Does not implicitly {@link permafrost.v1.ProposalState.verify|verify} messages.
             * @function encode
             * @memberof permafrost.v1.ProposalState
             * @static
             * @param {permafrost.v1.ProposalState.$Properties} message ProposalState message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ProposalState.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.proposal != null && $Object.hasOwnProperty.call(message, "proposal") && message.proposal.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.proposal);
                if (message.statements != null && message.statements.length)
                    for (let i = 0; i < message.statements.length; ++i)
                        $root.permafrost.v1.Statement.encode(message.statements[i], writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.starts != null && message.starts.length)
                    for (let i = 0; i < message.starts.length; ++i)
                        $root.permafrost.v1.Start.encode(message.starts[i], writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ProposalState message from the specified reader or buffer.
             * @function decode
             * @memberof permafrost.v1.ProposalState
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {permafrost.v1.ProposalState & permafrost.v1.ProposalState.$Shape} ProposalState
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ProposalState.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.permafrost.v1.ProposalState();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.proposal = value;
                            else
                                delete message.proposal;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.statements && message.statements.length))
                                message.statements = [];
                            message.statements.push($root.permafrost.v1.Statement.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (!(message.starts && message.starts.length))
                                message.starts = [];
                            message.starts.push($root.permafrost.v1.Start.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ProposalState;
        })();

        v1.Start = (function() {

            /**
             * Properties of a Start.
             * @typedef {Object} permafrost.v1.Start.$Properties
             * @property {Uint8Array} [proposalHash] Start proposalHash
             * @property {number|Long} [attempt] Start attempt
             * @property {Array.<Uint8Array>} [without] Start without
             * @property {Uint8Array} [hostPub] Start hostPub
             * @property {Uint8Array} [signature] Start signature
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Start.
             * @memberof permafrost.v1
             * @interface IStart
             * @augments permafrost.v1.Start.$Properties
             * @deprecated Use permafrost.v1.Start.$Properties instead.
             */

            /**
             * Shape of a Start.
             * @typedef {permafrost.v1.Start.$Properties} permafrost.v1.Start.$Shape
             */

            /**
             * Constructs a new Start.
             * @memberof permafrost.v1
             * @classdesc Represents a Start.
             * @constructor
             * @param {permafrost.v1.Start.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Start = function (properties) {
                this.without = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Start proposalHash.
             * @member {Uint8Array} proposalHash
             * @memberof permafrost.v1.Start
             * @instance
             */
            Start.prototype.proposalHash = $util.newBuffer([]);

            /**
             * Start attempt.
             * @member {number|Long} attempt
             * @memberof permafrost.v1.Start
             * @instance
             */
            Start.prototype.attempt = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Start without.
             * @member {Array.<Uint8Array>} without
             * @memberof permafrost.v1.Start
             * @instance
             */
            Start.prototype.without = $util.emptyArray;

            /**
             * Start hostPub.
             * @member {Uint8Array} hostPub
             * @memberof permafrost.v1.Start
             * @instance
             */
            Start.prototype.hostPub = $util.newBuffer([]);

            /**
             * Start signature.
             * @member {Uint8Array} signature
             * @memberof permafrost.v1.Start
             * @instance
             */
            Start.prototype.signature = $util.newBuffer([]);

            /**
             * Creates a new Start instance using the specified properties.
             * @function create
             * @memberof permafrost.v1.Start
             * @static
             * @param {permafrost.v1.Start.$Properties=} [properties] Properties to set
             * @returns {permafrost.v1.Start} Start instance
             * @type {{
             *   (properties: permafrost.v1.Start.$Shape): permafrost.v1.Start & permafrost.v1.Start.$Shape;
             *   (properties?: permafrost.v1.Start.$Properties): permafrost.v1.Start;
             * }}
             */
            Start.create = function(properties) {
                return new Start(properties);
            };

            /**
             * Encodes the specified Start message. Does not implicitly {@link permafrost.v1.Start.verify|verify} messages.
             * @function encode
             * @memberof permafrost.v1.Start
             * @static
             * @param {permafrost.v1.Start.$Properties} message Start message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Start.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.proposalHash != null && $Object.hasOwnProperty.call(message, "proposalHash") && message.proposalHash.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.proposalHash);
                if (message.attempt != null && $Object.hasOwnProperty.call(message, "attempt") && (typeof message.attempt === "object" ? message.attempt.low || message.attempt.high : message.attempt !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.attempt);
                if (message.without != null && message.without.length)
                    for (let i = 0; i < message.without.length; ++i)
                        writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.without[i]);
                if (message.hostPub != null && $Object.hasOwnProperty.call(message, "hostPub") && message.hostPub.length)
                    writer.uint32(/* id 4, wireType 2 =*/34).bytes(message.hostPub);
                if (message.signature != null && $Object.hasOwnProperty.call(message, "signature") && message.signature.length)
                    writer.uint32(/* id 5, wireType 2 =*/42).bytes(message.signature);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Start message from the specified reader or buffer.
             * @function decode
             * @memberof permafrost.v1.Start
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {permafrost.v1.Start & permafrost.v1.Start.$Shape} Start
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Start.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.permafrost.v1.Start();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.proposalHash = value;
                            else
                                delete message.proposalHash;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.attempt = value;
                            else
                                delete message.attempt;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (!(message.without && message.without.length))
                                message.without = [];
                            message.without.push(reader.bytes());
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.hostPub = value;
                            else
                                delete message.hostPub;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.signature = value;
                            else
                                delete message.signature;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Start;
        })();

        v1.Boot = (function() {

            /**
             * Properties of a Boot.
             * @typedef {Object} permafrost.v1.Boot.$Properties
             * @property {Uint8Array} [hostPub] Boot hostPub
             * @property {Uint8Array} [bootId] Boot bootId
             * @property {number|Long} [counter] Boot counter
             * @property {Uint8Array} [signature] Boot signature
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Boot.
             * @memberof permafrost.v1
             * @interface IBoot
             * @augments permafrost.v1.Boot.$Properties
             * @deprecated Use permafrost.v1.Boot.$Properties instead.
             */

            /**
             * Shape of a Boot.
             * @typedef {permafrost.v1.Boot.$Properties} permafrost.v1.Boot.$Shape
             */

            /**
             * Constructs a new Boot.
             * @memberof permafrost.v1
             * @classdesc Represents a Boot.
             * @constructor
             * @param {permafrost.v1.Boot.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Boot = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Boot hostPub.
             * @member {Uint8Array} hostPub
             * @memberof permafrost.v1.Boot
             * @instance
             */
            Boot.prototype.hostPub = $util.newBuffer([]);

            /**
             * Boot bootId.
             * @member {Uint8Array} bootId
             * @memberof permafrost.v1.Boot
             * @instance
             */
            Boot.prototype.bootId = $util.newBuffer([]);

            /**
             * Boot counter.
             * @member {number|Long} counter
             * @memberof permafrost.v1.Boot
             * @instance
             */
            Boot.prototype.counter = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Boot signature.
             * @member {Uint8Array} signature
             * @memberof permafrost.v1.Boot
             * @instance
             */
            Boot.prototype.signature = $util.newBuffer([]);

            /**
             * Creates a new Boot instance using the specified properties.
             * @function create
             * @memberof permafrost.v1.Boot
             * @static
             * @param {permafrost.v1.Boot.$Properties=} [properties] Properties to set
             * @returns {permafrost.v1.Boot} Boot instance
             * @type {{
             *   (properties: permafrost.v1.Boot.$Shape): permafrost.v1.Boot & permafrost.v1.Boot.$Shape;
             *   (properties?: permafrost.v1.Boot.$Properties): permafrost.v1.Boot;
             * }}
             */
            Boot.create = function(properties) {
                return new Boot(properties);
            };

            /**
             * Encodes the specified Boot message. Does not implicitly {@link permafrost.v1.Boot.verify|verify} messages.
             * @function encode
             * @memberof permafrost.v1.Boot
             * @static
             * @param {permafrost.v1.Boot.$Properties} message Boot message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Boot.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.hostPub != null && $Object.hasOwnProperty.call(message, "hostPub") && message.hostPub.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.hostPub);
                if (message.bootId != null && $Object.hasOwnProperty.call(message, "bootId") && message.bootId.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.bootId);
                if (message.counter != null && $Object.hasOwnProperty.call(message, "counter") && (typeof message.counter === "object" ? message.counter.low || message.counter.high : message.counter !== 0))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.counter);
                if (message.signature != null && $Object.hasOwnProperty.call(message, "signature") && message.signature.length)
                    writer.uint32(/* id 4, wireType 2 =*/34).bytes(message.signature);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Boot message from the specified reader or buffer.
             * @function decode
             * @memberof permafrost.v1.Boot
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {permafrost.v1.Boot & permafrost.v1.Boot.$Shape} Boot
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Boot.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.permafrost.v1.Boot();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.hostPub = value;
                            else
                                delete message.hostPub;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.bootId = value;
                            else
                                delete message.bootId;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.counter = value;
                            else
                                delete message.counter;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.signature = value;
                            else
                                delete message.signature;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Boot;
        })();

        v1.Hello = (function() {

            /**
             * Properties of a Hello.
             * @typedef {Object} permafrost.v1.Hello.$Properties
             * @property {number} [version] Hello version
             * @property {number} [versionMin] Hello versionMin
             * @property {string} [software] Hello software
             * @property {number|Long} [timeMs] Hello timeMs
             * @property {permafrost.v1.Boot.$Properties} [boot] Hello boot
             * @property {permafrost.v1.Boot.$Properties} [seen] Hello seen
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Hello.
             * @memberof permafrost.v1
             * @interface IHello
             * @augments permafrost.v1.Hello.$Properties
             * @deprecated Use permafrost.v1.Hello.$Properties instead.
             */

            /**
             * Shape of a Hello.
             * @typedef {permafrost.v1.Hello.$Properties} permafrost.v1.Hello.$Shape
             */

            /**
             * Constructs a new Hello.
             * @memberof permafrost.v1
             * @classdesc Represents a Hello.
             * @constructor
             * @param {permafrost.v1.Hello.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Hello = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Hello version.
             * @member {number} version
             * @memberof permafrost.v1.Hello
             * @instance
             */
            Hello.prototype.version = 0;

            /**
             * Hello versionMin.
             * @member {number} versionMin
             * @memberof permafrost.v1.Hello
             * @instance
             */
            Hello.prototype.versionMin = 0;

            /**
             * Hello software.
             * @member {string} software
             * @memberof permafrost.v1.Hello
             * @instance
             */
            Hello.prototype.software = "";

            /**
             * Hello timeMs.
             * @member {number|Long} timeMs
             * @memberof permafrost.v1.Hello
             * @instance
             */
            Hello.prototype.timeMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Hello boot.
             * @member {permafrost.v1.Boot} boot
             * @memberof permafrost.v1.Hello
             * @instance
             */
            Hello.prototype.boot = null;

            /**
             * Hello seen.
             * @member {permafrost.v1.Boot} seen
             * @memberof permafrost.v1.Hello
             * @instance
             */
            Hello.prototype.seen = null;

            /**
             * Creates a new Hello instance using the specified properties.
             * @function create
             * @memberof permafrost.v1.Hello
             * @static
             * @param {permafrost.v1.Hello.$Properties=} [properties] Properties to set
             * @returns {permafrost.v1.Hello} Hello instance
             * @type {{
             *   (properties: permafrost.v1.Hello.$Shape): permafrost.v1.Hello & permafrost.v1.Hello.$Shape;
             *   (properties?: permafrost.v1.Hello.$Properties): permafrost.v1.Hello;
             * }}
             */
            Hello.create = function(properties) {
                return new Hello(properties);
            };

            /**
             * Encodes the specified Hello message. Does not implicitly {@link permafrost.v1.Hello.verify|verify} messages.
             * @function encode
             * @memberof permafrost.v1.Hello
             * @static
             * @param {permafrost.v1.Hello.$Properties} message Hello message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Hello.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.version != null && $Object.hasOwnProperty.call(message, "version") && message.version !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.version);
                if (message.versionMin != null && $Object.hasOwnProperty.call(message, "versionMin") && message.versionMin !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.versionMin);
                if (message.software != null && $Object.hasOwnProperty.call(message, "software") && message.software !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.software);
                if (message.timeMs != null && $Object.hasOwnProperty.call(message, "timeMs") && (typeof message.timeMs === "object" ? message.timeMs.low || message.timeMs.high : message.timeMs !== 0))
                    writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.timeMs);
                if (message.boot != null && $Object.hasOwnProperty.call(message, "boot"))
                    $root.permafrost.v1.Boot.encode(message.boot, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                if (message.seen != null && $Object.hasOwnProperty.call(message, "seen"))
                    $root.permafrost.v1.Boot.encode(message.seen, writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Hello message from the specified reader or buffer.
             * @function decode
             * @memberof permafrost.v1.Hello
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {permafrost.v1.Hello & permafrost.v1.Hello.$Shape} Hello
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Hello.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.permafrost.v1.Hello();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.version = value;
                            else
                                delete message.version;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.versionMin = value;
                            else
                                delete message.versionMin;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.software = value;
                            else
                                delete message.software;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.timeMs = value;
                            else
                                delete message.timeMs;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.boot = $root.permafrost.v1.Boot.decode(reader, reader.size(), $undefined, _depth + 1, message.boot);
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.seen = $root.permafrost.v1.Boot.decode(reader, reader.size(), $undefined, _depth + 1, message.seen);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Hello;
        })();

        v1.KeyStatus = (function() {

            /**
             * Properties of a KeyStatus.
             * @typedef {Object} permafrost.v1.KeyStatus.$Properties
             * @property {Uint8Array} [keyId] KeyStatus keyId
             * @property {Uint8Array} [epochId] KeyStatus epochId
             * @property {number|Long} [ceremonyAttempt] KeyStatus ceremonyAttempt
             * @property {string} [state] KeyStatus state
             * @property {Uint8Array} [cert] KeyStatus cert
             * @property {Uint8Array} [stored] KeyStatus stored
             * @property {Array.<number>} [certsMissing] KeyStatus certsMissing
             * @property {Array.<number>} [storedMissing] KeyStatus storedMissing
             * @property {Uint8Array} [testSignature] KeyStatus testSignature
             * @property {boolean} [settled] KeyStatus settled
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a KeyStatus.
             * @memberof permafrost.v1
             * @interface IKeyStatus
             * @augments permafrost.v1.KeyStatus.$Properties
             * @deprecated Use permafrost.v1.KeyStatus.$Properties instead.
             */

            /**
             * Shape of a KeyStatus.
             * @typedef {permafrost.v1.KeyStatus.$Properties} permafrost.v1.KeyStatus.$Shape
             */

            /**
             * Constructs a new KeyStatus.
             * @memberof permafrost.v1
             * @classdesc Represents a KeyStatus.
             * @constructor
             * @param {permafrost.v1.KeyStatus.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const KeyStatus = function (properties) {
                this.certsMissing = [];
                this.storedMissing = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * KeyStatus keyId.
             * @member {Uint8Array} keyId
             * @memberof permafrost.v1.KeyStatus
             * @instance
             */
            KeyStatus.prototype.keyId = $util.newBuffer([]);

            /**
             * KeyStatus epochId.
             * @member {Uint8Array} epochId
             * @memberof permafrost.v1.KeyStatus
             * @instance
             */
            KeyStatus.prototype.epochId = $util.newBuffer([]);

            /**
             * KeyStatus ceremonyAttempt.
             * @member {number|Long} ceremonyAttempt
             * @memberof permafrost.v1.KeyStatus
             * @instance
             */
            KeyStatus.prototype.ceremonyAttempt = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * KeyStatus state.
             * @member {string} state
             * @memberof permafrost.v1.KeyStatus
             * @instance
             */
            KeyStatus.prototype.state = "";

            /**
             * KeyStatus cert.
             * @member {Uint8Array} cert
             * @memberof permafrost.v1.KeyStatus
             * @instance
             */
            KeyStatus.prototype.cert = $util.newBuffer([]);

            /**
             * KeyStatus stored.
             * @member {Uint8Array} stored
             * @memberof permafrost.v1.KeyStatus
             * @instance
             */
            KeyStatus.prototype.stored = $util.newBuffer([]);

            /**
             * KeyStatus certsMissing.
             * @member {Array.<number>} certsMissing
             * @memberof permafrost.v1.KeyStatus
             * @instance
             */
            KeyStatus.prototype.certsMissing = $util.emptyArray;

            /**
             * KeyStatus storedMissing.
             * @member {Array.<number>} storedMissing
             * @memberof permafrost.v1.KeyStatus
             * @instance
             */
            KeyStatus.prototype.storedMissing = $util.emptyArray;

            /**
             * KeyStatus testSignature.
             * @member {Uint8Array} testSignature
             * @memberof permafrost.v1.KeyStatus
             * @instance
             */
            KeyStatus.prototype.testSignature = $util.newBuffer([]);

            /**
             * KeyStatus settled.
             * @member {boolean} settled
             * @memberof permafrost.v1.KeyStatus
             * @instance
             */
            KeyStatus.prototype.settled = false;

            /**
             * Creates a new KeyStatus instance using the specified properties.
             * @function create
             * @memberof permafrost.v1.KeyStatus
             * @static
             * @param {permafrost.v1.KeyStatus.$Properties=} [properties] Properties to set
             * @returns {permafrost.v1.KeyStatus} KeyStatus instance
             * @type {{
             *   (properties: permafrost.v1.KeyStatus.$Shape): permafrost.v1.KeyStatus & permafrost.v1.KeyStatus.$Shape;
             *   (properties?: permafrost.v1.KeyStatus.$Properties): permafrost.v1.KeyStatus;
             * }}
             */
            KeyStatus.create = function(properties) {
                return new KeyStatus(properties);
            };

            /**
             * Encodes the specified KeyStatus message. Does not implicitly {@link permafrost.v1.KeyStatus.verify|verify} messages.
             * @function encode
             * @memberof permafrost.v1.KeyStatus
             * @static
             * @param {permafrost.v1.KeyStatus.$Properties} message KeyStatus message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            KeyStatus.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.keyId != null && $Object.hasOwnProperty.call(message, "keyId") && message.keyId.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.keyId);
                if (message.epochId != null && $Object.hasOwnProperty.call(message, "epochId") && message.epochId.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.epochId);
                if (message.ceremonyAttempt != null && $Object.hasOwnProperty.call(message, "ceremonyAttempt") && (typeof message.ceremonyAttempt === "object" ? message.ceremonyAttempt.low || message.ceremonyAttempt.high : message.ceremonyAttempt !== 0))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.ceremonyAttempt);
                if (message.state != null && $Object.hasOwnProperty.call(message, "state") && message.state !== "")
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.state);
                if (message.cert != null && $Object.hasOwnProperty.call(message, "cert") && message.cert.length)
                    writer.uint32(/* id 5, wireType 2 =*/42).bytes(message.cert);
                if (message.stored != null && $Object.hasOwnProperty.call(message, "stored") && message.stored.length)
                    writer.uint32(/* id 6, wireType 2 =*/50).bytes(message.stored);
                if (message.certsMissing != null && message.certsMissing.length)
                    writer.uint32(/* id 7, wireType 2 =*/58).uint32s(message.certsMissing);
                if (message.storedMissing != null && message.storedMissing.length)
                    writer.uint32(/* id 8, wireType 2 =*/66).uint32s(message.storedMissing);
                if (message.testSignature != null && $Object.hasOwnProperty.call(message, "testSignature") && message.testSignature.length)
                    writer.uint32(/* id 9, wireType 2 =*/74).bytes(message.testSignature);
                if (message.settled != null && $Object.hasOwnProperty.call(message, "settled") && message.settled !== false)
                    writer.uint32(/* id 10, wireType 0 =*/80).bool(message.settled);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a KeyStatus message from the specified reader or buffer.
             * @function decode
             * @memberof permafrost.v1.KeyStatus
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {permafrost.v1.KeyStatus & permafrost.v1.KeyStatus.$Shape} KeyStatus
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            KeyStatus.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.permafrost.v1.KeyStatus();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.keyId = value;
                            else
                                delete message.keyId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.epochId = value;
                            else
                                delete message.epochId;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.ceremonyAttempt = value;
                            else
                                delete message.ceremonyAttempt;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.state = value;
                            else
                                delete message.state;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.cert = value;
                            else
                                delete message.cert;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.stored = value;
                            else
                                delete message.stored;
                            continue;
                        }
                    case 7: {
                            if (wireType === 2) {
                                if (!(message.certsMissing && message.certsMissing.length))
                                    message.certsMissing = [];
                                reader.uint32s(message.certsMissing);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.certsMissing && message.certsMissing.length))
                                message.certsMissing = [];
                            message.certsMissing.push(reader.uint32());
                            continue;
                        }
                    case 8: {
                            if (wireType === 2) {
                                if (!(message.storedMissing && message.storedMissing.length))
                                    message.storedMissing = [];
                                reader.uint32s(message.storedMissing);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.storedMissing && message.storedMissing.length))
                                message.storedMissing = [];
                            message.storedMissing.push(reader.uint32());
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.testSignature = value;
                            else
                                delete message.testSignature;
                            continue;
                        }
                    case 10: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.settled = value;
                            else
                                delete message.settled;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return KeyStatus;
        })();

        v1.KeyRecords = (function() {

            /**
             * Properties of a KeyRecords.
             * @typedef {Object} permafrost.v1.KeyRecords.$Properties
             * @property {Uint8Array} [keyId] KeyRecords keyId
             * @property {Array.<Uint8Array>} [envelopes] KeyRecords envelopes
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a KeyRecords.
             * @memberof permafrost.v1
             * @interface IKeyRecords
             * @augments permafrost.v1.KeyRecords.$Properties
             * @deprecated Use permafrost.v1.KeyRecords.$Properties instead.
             */

            /**
             * Shape of a KeyRecords.
             * @typedef {permafrost.v1.KeyRecords.$Properties} permafrost.v1.KeyRecords.$Shape
             */

            /**
             * Constructs a new KeyRecords.
             * @memberof permafrost.v1
             * @classdesc Represents a KeyRecords.
             * @constructor
             * @param {permafrost.v1.KeyRecords.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const KeyRecords = function (properties) {
                this.envelopes = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * KeyRecords keyId.
             * @member {Uint8Array} keyId
             * @memberof permafrost.v1.KeyRecords
             * @instance
             */
            KeyRecords.prototype.keyId = $util.newBuffer([]);

            /**
             * KeyRecords envelopes.
             * @member {Array.<Uint8Array>} envelopes
             * @memberof permafrost.v1.KeyRecords
             * @instance
             */
            KeyRecords.prototype.envelopes = $util.emptyArray;

            /**
             * Creates a new KeyRecords instance using the specified properties.
             * @function create
             * @memberof permafrost.v1.KeyRecords
             * @static
             * @param {permafrost.v1.KeyRecords.$Properties=} [properties] Properties to set
             * @returns {permafrost.v1.KeyRecords} KeyRecords instance
             * @type {{
             *   (properties: permafrost.v1.KeyRecords.$Shape): permafrost.v1.KeyRecords & permafrost.v1.KeyRecords.$Shape;
             *   (properties?: permafrost.v1.KeyRecords.$Properties): permafrost.v1.KeyRecords;
             * }}
             */
            KeyRecords.create = function(properties) {
                return new KeyRecords(properties);
            };

            /**
             * Encodes the specified KeyRecords message. Does not implicitly {@link permafrost.v1.KeyRecords.verify|verify} messages.
             * @function encode
             * @memberof permafrost.v1.KeyRecords
             * @static
             * @param {permafrost.v1.KeyRecords.$Properties} message KeyRecords message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            KeyRecords.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.keyId != null && $Object.hasOwnProperty.call(message, "keyId") && message.keyId.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.keyId);
                if (message.envelopes != null && message.envelopes.length)
                    for (let i = 0; i < message.envelopes.length; ++i)
                        writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.envelopes[i]);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a KeyRecords message from the specified reader or buffer.
             * @function decode
             * @memberof permafrost.v1.KeyRecords
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {permafrost.v1.KeyRecords & permafrost.v1.KeyRecords.$Shape} KeyRecords
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            KeyRecords.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.permafrost.v1.KeyRecords();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.keyId = value;
                            else
                                delete message.keyId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.envelopes && message.envelopes.length))
                                message.envelopes = [];
                            message.envelopes.push(reader.bytes());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return KeyRecords;
        })();

        v1.Oath = (function() {

            /**
             * Properties of an Oath.
             * @typedef {Object} permafrost.v1.Oath.$Properties
             * @property {Uint8Array} [hostPub] Oath hostPub
             * @property {Uint8Array} [signature] Oath signature
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an Oath.
             * @memberof permafrost.v1
             * @interface IOath
             * @augments permafrost.v1.Oath.$Properties
             * @deprecated Use permafrost.v1.Oath.$Properties instead.
             */

            /**
             * Shape of an Oath.
             * @typedef {permafrost.v1.Oath.$Properties} permafrost.v1.Oath.$Shape
             */

            /**
             * Constructs a new Oath.
             * @memberof permafrost.v1
             * @classdesc Represents an Oath.
             * @constructor
             * @param {permafrost.v1.Oath.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Oath = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Oath hostPub.
             * @member {Uint8Array} hostPub
             * @memberof permafrost.v1.Oath
             * @instance
             */
            Oath.prototype.hostPub = $util.newBuffer([]);

            /**
             * Oath signature.
             * @member {Uint8Array} signature
             * @memberof permafrost.v1.Oath
             * @instance
             */
            Oath.prototype.signature = $util.newBuffer([]);

            /**
             * Creates a new Oath instance using the specified properties.
             * @function create
             * @memberof permafrost.v1.Oath
             * @static
             * @param {permafrost.v1.Oath.$Properties=} [properties] Properties to set
             * @returns {permafrost.v1.Oath} Oath instance
             * @type {{
             *   (properties: permafrost.v1.Oath.$Shape): permafrost.v1.Oath & permafrost.v1.Oath.$Shape;
             *   (properties?: permafrost.v1.Oath.$Properties): permafrost.v1.Oath;
             * }}
             */
            Oath.create = function(properties) {
                return new Oath(properties);
            };

            /**
             * Encodes the specified Oath message. Does not implicitly {@link permafrost.v1.Oath.verify|verify} messages.
             * @function encode
             * @memberof permafrost.v1.Oath
             * @static
             * @param {permafrost.v1.Oath.$Properties} message Oath message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Oath.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.hostPub != null && $Object.hasOwnProperty.call(message, "hostPub") && message.hostPub.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.hostPub);
                if (message.signature != null && $Object.hasOwnProperty.call(message, "signature") && message.signature.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.signature);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an Oath message from the specified reader or buffer.
             * @function decode
             * @memberof permafrost.v1.Oath
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {permafrost.v1.Oath & permafrost.v1.Oath.$Shape} Oath
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Oath.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.permafrost.v1.Oath();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.hostPub = value;
                            else
                                delete message.hostPub;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.signature = value;
                            else
                                delete message.signature;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Oath;
        })();

        v1.Oaths = (function() {

            /**
             * Properties of an Oaths.
             * @typedef {Object} permafrost.v1.Oaths.$Properties
             * @property {Uint8Array} [keyId] Oaths keyId
             * @property {Array.<permafrost.v1.Oath.$Properties>} [oaths] Oaths oaths
             * @property {boolean} [destroyed] Oaths destroyed
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an Oaths.
             * @memberof permafrost.v1
             * @interface IOaths
             * @augments permafrost.v1.Oaths.$Properties
             * @deprecated Use permafrost.v1.Oaths.$Properties instead.
             */

            /**
             * Shape of an Oaths.
             * @typedef {permafrost.v1.Oaths.$Properties} permafrost.v1.Oaths.$Shape
             */

            /**
             * Constructs a new Oaths.
             * @memberof permafrost.v1
             * @classdesc Represents an Oaths.
             * @constructor
             * @param {permafrost.v1.Oaths.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Oaths = function (properties) {
                this.oaths = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Oaths keyId.
             * @member {Uint8Array} keyId
             * @memberof permafrost.v1.Oaths
             * @instance
             */
            Oaths.prototype.keyId = $util.newBuffer([]);

            /**
             * Oaths oaths.
             * @member {Array.<permafrost.v1.Oath>} oaths
             * @memberof permafrost.v1.Oaths
             * @instance
             */
            Oaths.prototype.oaths = $util.emptyArray;

            /**
             * Oaths destroyed.
             * @member {boolean} destroyed
             * @memberof permafrost.v1.Oaths
             * @instance
             */
            Oaths.prototype.destroyed = false;

            /**
             * Creates a new Oaths instance using the specified properties.
             * @function create
             * @memberof permafrost.v1.Oaths
             * @static
             * @param {permafrost.v1.Oaths.$Properties=} [properties] Properties to set
             * @returns {permafrost.v1.Oaths} Oaths instance
             * @type {{
             *   (properties: permafrost.v1.Oaths.$Shape): permafrost.v1.Oaths & permafrost.v1.Oaths.$Shape;
             *   (properties?: permafrost.v1.Oaths.$Properties): permafrost.v1.Oaths;
             * }}
             */
            Oaths.create = function(properties) {
                return new Oaths(properties);
            };

            /**
             * Encodes the specified Oaths message. Does not implicitly {@link permafrost.v1.Oaths.verify|verify} messages.
             * @function encode
             * @memberof permafrost.v1.Oaths
             * @static
             * @param {permafrost.v1.Oaths.$Properties} message Oaths message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Oaths.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.keyId != null && $Object.hasOwnProperty.call(message, "keyId") && message.keyId.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.keyId);
                if (message.oaths != null && message.oaths.length)
                    for (let i = 0; i < message.oaths.length; ++i)
                        $root.permafrost.v1.Oath.encode(message.oaths[i], writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.destroyed != null && $Object.hasOwnProperty.call(message, "destroyed") && message.destroyed !== false)
                    writer.uint32(/* id 3, wireType 0 =*/24).bool(message.destroyed);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an Oaths message from the specified reader or buffer.
             * @function decode
             * @memberof permafrost.v1.Oaths
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {permafrost.v1.Oaths & permafrost.v1.Oaths.$Shape} Oaths
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Oaths.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.permafrost.v1.Oaths();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.keyId = value;
                            else
                                delete message.keyId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.oaths && message.oaths.length))
                                message.oaths = [];
                            message.oaths.push($root.permafrost.v1.Oath.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.destroyed = value;
                            else
                                delete message.destroyed;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Oaths;
        })();

        v1.CeremonyReport = (function() {

            /**
             * Properties of a CeremonyReport.
             * @typedef {Object} permafrost.v1.CeremonyReport.$Properties
             * @property {Uint8Array} [proposalHash] CeremonyReport proposalHash
             * @property {number|Long} [attempt] CeremonyReport attempt
             * @property {string} [stage] CeremonyReport stage
             * @property {Array.<Uint8Array>} [hosts] CeremonyReport hosts
             * @property {string} [code] CeremonyReport code
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a CeremonyReport.
             * @memberof permafrost.v1
             * @interface ICeremonyReport
             * @augments permafrost.v1.CeremonyReport.$Properties
             * @deprecated Use permafrost.v1.CeremonyReport.$Properties instead.
             */

            /**
             * Shape of a CeremonyReport.
             * @typedef {permafrost.v1.CeremonyReport.$Properties} permafrost.v1.CeremonyReport.$Shape
             */

            /**
             * Constructs a new CeremonyReport.
             * @memberof permafrost.v1
             * @classdesc Represents a CeremonyReport.
             * @constructor
             * @param {permafrost.v1.CeremonyReport.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const CeremonyReport = function (properties) {
                this.hosts = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * CeremonyReport proposalHash.
             * @member {Uint8Array} proposalHash
             * @memberof permafrost.v1.CeremonyReport
             * @instance
             */
            CeremonyReport.prototype.proposalHash = $util.newBuffer([]);

            /**
             * CeremonyReport attempt.
             * @member {number|Long} attempt
             * @memberof permafrost.v1.CeremonyReport
             * @instance
             */
            CeremonyReport.prototype.attempt = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * CeremonyReport stage.
             * @member {string} stage
             * @memberof permafrost.v1.CeremonyReport
             * @instance
             */
            CeremonyReport.prototype.stage = "";

            /**
             * CeremonyReport hosts.
             * @member {Array.<Uint8Array>} hosts
             * @memberof permafrost.v1.CeremonyReport
             * @instance
             */
            CeremonyReport.prototype.hosts = $util.emptyArray;

            /**
             * CeremonyReport code.
             * @member {string} code
             * @memberof permafrost.v1.CeremonyReport
             * @instance
             */
            CeremonyReport.prototype.code = "";

            /**
             * Creates a new CeremonyReport instance using the specified properties.
             * @function create
             * @memberof permafrost.v1.CeremonyReport
             * @static
             * @param {permafrost.v1.CeremonyReport.$Properties=} [properties] Properties to set
             * @returns {permafrost.v1.CeremonyReport} CeremonyReport instance
             * @type {{
             *   (properties: permafrost.v1.CeremonyReport.$Shape): permafrost.v1.CeremonyReport & permafrost.v1.CeremonyReport.$Shape;
             *   (properties?: permafrost.v1.CeremonyReport.$Properties): permafrost.v1.CeremonyReport;
             * }}
             */
            CeremonyReport.create = function(properties) {
                return new CeremonyReport(properties);
            };

            /**
             * Encodes the specified CeremonyReport message. Does not implicitly {@link permafrost.v1.CeremonyReport.verify|verify} messages.
             * @function encode
             * @memberof permafrost.v1.CeremonyReport
             * @static
             * @param {permafrost.v1.CeremonyReport.$Properties} message CeremonyReport message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            CeremonyReport.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.proposalHash != null && $Object.hasOwnProperty.call(message, "proposalHash") && message.proposalHash.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.proposalHash);
                if (message.attempt != null && $Object.hasOwnProperty.call(message, "attempt") && (typeof message.attempt === "object" ? message.attempt.low || message.attempt.high : message.attempt !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.attempt);
                if (message.stage != null && $Object.hasOwnProperty.call(message, "stage") && message.stage !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.stage);
                if (message.hosts != null && message.hosts.length)
                    for (let i = 0; i < message.hosts.length; ++i)
                        writer.uint32(/* id 4, wireType 2 =*/34).bytes(message.hosts[i]);
                if (message.code != null && $Object.hasOwnProperty.call(message, "code") && message.code !== "")
                    writer.uint32(/* id 5, wireType 2 =*/42).string(message.code);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a CeremonyReport message from the specified reader or buffer.
             * @function decode
             * @memberof permafrost.v1.CeremonyReport
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {permafrost.v1.CeremonyReport & permafrost.v1.CeremonyReport.$Shape} CeremonyReport
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            CeremonyReport.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.permafrost.v1.CeremonyReport();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.proposalHash = value;
                            else
                                delete message.proposalHash;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.attempt = value;
                            else
                                delete message.attempt;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.stage = value;
                            else
                                delete message.stage;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if (!(message.hosts && message.hosts.length))
                                message.hosts = [];
                            message.hosts.push(reader.bytes());
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.code = value;
                            else
                                delete message.code;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return CeremonyReport;
        })();

        v1.SignResume = (function() {

            /**
             * Properties of a SignResume.
             * @typedef {Object} permafrost.v1.SignResume.$Properties
             * @property {Uint8Array} [keyId] SignResume keyId
             * @property {boolean} [answers] SignResume answers
             * @property {Uint8Array} [signature] SignResume signature
             * @property {Array.<number>} [signers] SignResume signers
             * @property {Array.<permafrost.v1.HeldAttempt.$Properties>} [attempts] SignResume attempts
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a SignResume.
             * @memberof permafrost.v1
             * @interface ISignResume
             * @augments permafrost.v1.SignResume.$Properties
             * @deprecated Use permafrost.v1.SignResume.$Properties instead.
             */

            /**
             * Shape of a SignResume.
             * @typedef {permafrost.v1.SignResume.$Properties} permafrost.v1.SignResume.$Shape
             */

            /**
             * Constructs a new SignResume.
             * @memberof permafrost.v1
             * @classdesc Represents a SignResume.
             * @constructor
             * @param {permafrost.v1.SignResume.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const SignResume = function (properties) {
                this.signers = [];
                this.attempts = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * SignResume keyId.
             * @member {Uint8Array} keyId
             * @memberof permafrost.v1.SignResume
             * @instance
             */
            SignResume.prototype.keyId = $util.newBuffer([]);

            /**
             * SignResume answers.
             * @member {boolean} answers
             * @memberof permafrost.v1.SignResume
             * @instance
             */
            SignResume.prototype.answers = false;

            /**
             * SignResume signature.
             * @member {Uint8Array} signature
             * @memberof permafrost.v1.SignResume
             * @instance
             */
            SignResume.prototype.signature = $util.newBuffer([]);

            /**
             * SignResume signers.
             * @member {Array.<number>} signers
             * @memberof permafrost.v1.SignResume
             * @instance
             */
            SignResume.prototype.signers = $util.emptyArray;

            /**
             * SignResume attempts.
             * @member {Array.<permafrost.v1.HeldAttempt>} attempts
             * @memberof permafrost.v1.SignResume
             * @instance
             */
            SignResume.prototype.attempts = $util.emptyArray;

            /**
             * Creates a new SignResume instance using the specified properties.
             * @function create
             * @memberof permafrost.v1.SignResume
             * @static
             * @param {permafrost.v1.SignResume.$Properties=} [properties] Properties to set
             * @returns {permafrost.v1.SignResume} SignResume instance
             * @type {{
             *   (properties: permafrost.v1.SignResume.$Shape): permafrost.v1.SignResume & permafrost.v1.SignResume.$Shape;
             *   (properties?: permafrost.v1.SignResume.$Properties): permafrost.v1.SignResume;
             * }}
             */
            SignResume.create = function(properties) {
                return new SignResume(properties);
            };

            /**
             * Encodes the specified SignResume message. Does not implicitly {@link permafrost.v1.SignResume.verify|verify} messages.
             * @function encode
             * @memberof permafrost.v1.SignResume
             * @static
             * @param {permafrost.v1.SignResume.$Properties} message SignResume message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            SignResume.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.keyId != null && $Object.hasOwnProperty.call(message, "keyId") && message.keyId.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.keyId);
                if (message.answers != null && $Object.hasOwnProperty.call(message, "answers") && message.answers !== false)
                    writer.uint32(/* id 2, wireType 0 =*/16).bool(message.answers);
                if (message.signature != null && $Object.hasOwnProperty.call(message, "signature") && message.signature.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.signature);
                if (message.signers != null && message.signers.length)
                    writer.uint32(/* id 4, wireType 2 =*/34).uint32s(message.signers);
                if (message.attempts != null && message.attempts.length)
                    for (let i = 0; i < message.attempts.length; ++i)
                        $root.permafrost.v1.HeldAttempt.encode(message.attempts[i], writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a SignResume message from the specified reader or buffer.
             * @function decode
             * @memberof permafrost.v1.SignResume
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {permafrost.v1.SignResume & permafrost.v1.SignResume.$Shape} SignResume
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            SignResume.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.permafrost.v1.SignResume();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.keyId = value;
                            else
                                delete message.keyId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.answers = value;
                            else
                                delete message.answers;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.signature = value;
                            else
                                delete message.signature;
                            continue;
                        }
                    case 4: {
                            if (wireType === 2) {
                                if (!(message.signers && message.signers.length))
                                    message.signers = [];
                                reader.uint32s(message.signers);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.signers && message.signers.length))
                                message.signers = [];
                            message.signers.push(reader.uint32());
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if (!(message.attempts && message.attempts.length))
                                message.attempts = [];
                            message.attempts.push($root.permafrost.v1.HeldAttempt.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return SignResume;
        })();

        v1.HeldAttempt = (function() {

            /**
             * Properties of a HeldAttempt.
             * @typedef {Object} permafrost.v1.HeldAttempt.$Properties
             * @property {Array.<number>} [signers] HeldAttempt signers
             * @property {Array.<Uint8Array>} [hiding] HeldAttempt hiding
             * @property {Array.<Uint8Array>} [binding] HeldAttempt binding
             * @property {number} [coordinator] HeldAttempt coordinator
             * @property {Uint8Array} [coordinatorShare] HeldAttempt coordinatorShare
             * @property {Uint8Array} [share] HeldAttempt share
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a HeldAttempt.
             * @memberof permafrost.v1
             * @interface IHeldAttempt
             * @augments permafrost.v1.HeldAttempt.$Properties
             * @deprecated Use permafrost.v1.HeldAttempt.$Properties instead.
             */

            /**
             * Shape of a HeldAttempt.
             * @typedef {permafrost.v1.HeldAttempt.$Properties} permafrost.v1.HeldAttempt.$Shape
             */

            /**
             * Constructs a new HeldAttempt.
             * @memberof permafrost.v1
             * @classdesc Represents a HeldAttempt.
             * @constructor
             * @param {permafrost.v1.HeldAttempt.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const HeldAttempt = function (properties) {
                this.signers = [];
                this.hiding = [];
                this.binding = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * HeldAttempt signers.
             * @member {Array.<number>} signers
             * @memberof permafrost.v1.HeldAttempt
             * @instance
             */
            HeldAttempt.prototype.signers = $util.emptyArray;

            /**
             * HeldAttempt hiding.
             * @member {Array.<Uint8Array>} hiding
             * @memberof permafrost.v1.HeldAttempt
             * @instance
             */
            HeldAttempt.prototype.hiding = $util.emptyArray;

            /**
             * HeldAttempt binding.
             * @member {Array.<Uint8Array>} binding
             * @memberof permafrost.v1.HeldAttempt
             * @instance
             */
            HeldAttempt.prototype.binding = $util.emptyArray;

            /**
             * HeldAttempt coordinator.
             * @member {number} coordinator
             * @memberof permafrost.v1.HeldAttempt
             * @instance
             */
            HeldAttempt.prototype.coordinator = 0;

            /**
             * HeldAttempt coordinatorShare.
             * @member {Uint8Array} coordinatorShare
             * @memberof permafrost.v1.HeldAttempt
             * @instance
             */
            HeldAttempt.prototype.coordinatorShare = $util.newBuffer([]);

            /**
             * HeldAttempt share.
             * @member {Uint8Array} share
             * @memberof permafrost.v1.HeldAttempt
             * @instance
             */
            HeldAttempt.prototype.share = $util.newBuffer([]);

            /**
             * Creates a new HeldAttempt instance using the specified properties.
             * @function create
             * @memberof permafrost.v1.HeldAttempt
             * @static
             * @param {permafrost.v1.HeldAttempt.$Properties=} [properties] Properties to set
             * @returns {permafrost.v1.HeldAttempt} HeldAttempt instance
             * @type {{
             *   (properties: permafrost.v1.HeldAttempt.$Shape): permafrost.v1.HeldAttempt & permafrost.v1.HeldAttempt.$Shape;
             *   (properties?: permafrost.v1.HeldAttempt.$Properties): permafrost.v1.HeldAttempt;
             * }}
             */
            HeldAttempt.create = function(properties) {
                return new HeldAttempt(properties);
            };

            /**
             * Encodes the specified HeldAttempt message. Does not implicitly {@link permafrost.v1.HeldAttempt.verify|verify} messages.
             * @function encode
             * @memberof permafrost.v1.HeldAttempt
             * @static
             * @param {permafrost.v1.HeldAttempt.$Properties} message HeldAttempt message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            HeldAttempt.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.signers != null && message.signers.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).uint32s(message.signers);
                if (message.hiding != null && message.hiding.length)
                    for (let i = 0; i < message.hiding.length; ++i)
                        writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.hiding[i]);
                if (message.binding != null && message.binding.length)
                    for (let i = 0; i < message.binding.length; ++i)
                        writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.binding[i]);
                if (message.coordinator != null && $Object.hasOwnProperty.call(message, "coordinator") && message.coordinator !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.coordinator);
                if (message.coordinatorShare != null && $Object.hasOwnProperty.call(message, "coordinatorShare") && message.coordinatorShare.length)
                    writer.uint32(/* id 5, wireType 2 =*/42).bytes(message.coordinatorShare);
                if (message.share != null && $Object.hasOwnProperty.call(message, "share") && message.share.length)
                    writer.uint32(/* id 6, wireType 2 =*/50).bytes(message.share);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a HeldAttempt message from the specified reader or buffer.
             * @function decode
             * @memberof permafrost.v1.HeldAttempt
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {permafrost.v1.HeldAttempt & permafrost.v1.HeldAttempt.$Shape} HeldAttempt
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            HeldAttempt.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.permafrost.v1.HeldAttempt();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType === 2) {
                                if (!(message.signers && message.signers.length))
                                    message.signers = [];
                                reader.uint32s(message.signers);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.signers && message.signers.length))
                                message.signers = [];
                            message.signers.push(reader.uint32());
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.hiding && message.hiding.length))
                                message.hiding = [];
                            message.hiding.push(reader.bytes());
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (!(message.binding && message.binding.length))
                                message.binding = [];
                            message.binding.push(reader.bytes());
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.coordinator = value;
                            else
                                delete message.coordinator;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.coordinatorShare = value;
                            else
                                delete message.coordinatorShare;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.share = value;
                            else
                                delete message.share;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return HeldAttempt;
        })();

        v1.SignCancel = (function() {

            /**
             * Properties of a SignCancel.
             * @typedef {Object} permafrost.v1.SignCancel.$Properties
             * @property {Uint8Array} [requestId] SignCancel requestId
             * @property {Uint8Array} [keyId] SignCancel keyId
             * @property {Uint8Array} [requester] SignCancel requester
             * @property {Uint8Array} [signature] SignCancel signature
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a SignCancel.
             * @memberof permafrost.v1
             * @interface ISignCancel
             * @augments permafrost.v1.SignCancel.$Properties
             * @deprecated Use permafrost.v1.SignCancel.$Properties instead.
             */

            /**
             * Shape of a SignCancel.
             * @typedef {permafrost.v1.SignCancel.$Properties} permafrost.v1.SignCancel.$Shape
             */

            /**
             * Constructs a new SignCancel.
             * @memberof permafrost.v1
             * @classdesc Represents a SignCancel.
             * @constructor
             * @param {permafrost.v1.SignCancel.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const SignCancel = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * SignCancel requestId.
             * @member {Uint8Array} requestId
             * @memberof permafrost.v1.SignCancel
             * @instance
             */
            SignCancel.prototype.requestId = $util.newBuffer([]);

            /**
             * SignCancel keyId.
             * @member {Uint8Array} keyId
             * @memberof permafrost.v1.SignCancel
             * @instance
             */
            SignCancel.prototype.keyId = $util.newBuffer([]);

            /**
             * SignCancel requester.
             * @member {Uint8Array} requester
             * @memberof permafrost.v1.SignCancel
             * @instance
             */
            SignCancel.prototype.requester = $util.newBuffer([]);

            /**
             * SignCancel signature.
             * @member {Uint8Array} signature
             * @memberof permafrost.v1.SignCancel
             * @instance
             */
            SignCancel.prototype.signature = $util.newBuffer([]);

            /**
             * Creates a new SignCancel instance using the specified properties.
             * @function create
             * @memberof permafrost.v1.SignCancel
             * @static
             * @param {permafrost.v1.SignCancel.$Properties=} [properties] Properties to set
             * @returns {permafrost.v1.SignCancel} SignCancel instance
             * @type {{
             *   (properties: permafrost.v1.SignCancel.$Shape): permafrost.v1.SignCancel & permafrost.v1.SignCancel.$Shape;
             *   (properties?: permafrost.v1.SignCancel.$Properties): permafrost.v1.SignCancel;
             * }}
             */
            SignCancel.create = function(properties) {
                return new SignCancel(properties);
            };

            /**
             * Encodes the specified SignCancel message. Does not implicitly {@link permafrost.v1.SignCancel.verify|verify} messages.
             * @function encode
             * @memberof permafrost.v1.SignCancel
             * @static
             * @param {permafrost.v1.SignCancel.$Properties} message SignCancel message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            SignCancel.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.requestId != null && $Object.hasOwnProperty.call(message, "requestId") && message.requestId.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.requestId);
                if (message.keyId != null && $Object.hasOwnProperty.call(message, "keyId") && message.keyId.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.keyId);
                if (message.requester != null && $Object.hasOwnProperty.call(message, "requester") && message.requester.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.requester);
                if (message.signature != null && $Object.hasOwnProperty.call(message, "signature") && message.signature.length)
                    writer.uint32(/* id 4, wireType 2 =*/34).bytes(message.signature);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a SignCancel message from the specified reader or buffer.
             * @function decode
             * @memberof permafrost.v1.SignCancel
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {permafrost.v1.SignCancel & permafrost.v1.SignCancel.$Shape} SignCancel
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            SignCancel.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.permafrost.v1.SignCancel();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.requestId = value;
                            else
                                delete message.requestId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.keyId = value;
                            else
                                delete message.keyId;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.requester = value;
                            else
                                delete message.requester;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.signature = value;
                            else
                                delete message.signature;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return SignCancel;
        })();

        v1.SignCancelled = (function() {

            /**
             * Properties of a SignCancelled.
             * @typedef {Object} permafrost.v1.SignCancelled.$Properties
             * @property {Uint8Array} [requestId] SignCancelled requestId
             * @property {number|Long} [sinceMs] SignCancelled sinceMs
             * @property {Uint8Array} [signature] SignCancelled signature
             * @property {Uint8Array} [requester] SignCancelled requester
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a SignCancelled.
             * @memberof permafrost.v1
             * @interface ISignCancelled
             * @augments permafrost.v1.SignCancelled.$Properties
             * @deprecated Use permafrost.v1.SignCancelled.$Properties instead.
             */

            /**
             * Shape of a SignCancelled.
             * @typedef {permafrost.v1.SignCancelled.$Properties} permafrost.v1.SignCancelled.$Shape
             */

            /**
             * Constructs a new SignCancelled.
             * @memberof permafrost.v1
             * @classdesc Represents a SignCancelled.
             * @constructor
             * @param {permafrost.v1.SignCancelled.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const SignCancelled = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * SignCancelled requestId.
             * @member {Uint8Array} requestId
             * @memberof permafrost.v1.SignCancelled
             * @instance
             */
            SignCancelled.prototype.requestId = $util.newBuffer([]);

            /**
             * SignCancelled sinceMs.
             * @member {number|Long} sinceMs
             * @memberof permafrost.v1.SignCancelled
             * @instance
             */
            SignCancelled.prototype.sinceMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * SignCancelled signature.
             * @member {Uint8Array} signature
             * @memberof permafrost.v1.SignCancelled
             * @instance
             */
            SignCancelled.prototype.signature = $util.newBuffer([]);

            /**
             * SignCancelled requester.
             * @member {Uint8Array} requester
             * @memberof permafrost.v1.SignCancelled
             * @instance
             */
            SignCancelled.prototype.requester = $util.newBuffer([]);

            /**
             * Creates a new SignCancelled instance using the specified properties.
             * @function create
             * @memberof permafrost.v1.SignCancelled
             * @static
             * @param {permafrost.v1.SignCancelled.$Properties=} [properties] Properties to set
             * @returns {permafrost.v1.SignCancelled} SignCancelled instance
             * @type {{
             *   (properties: permafrost.v1.SignCancelled.$Shape): permafrost.v1.SignCancelled & permafrost.v1.SignCancelled.$Shape;
             *   (properties?: permafrost.v1.SignCancelled.$Properties): permafrost.v1.SignCancelled;
             * }}
             */
            SignCancelled.create = function(properties) {
                return new SignCancelled(properties);
            };

            /**
             * Encodes the specified SignCancelled message. Does not implicitly {@link permafrost.v1.SignCancelled.verify|verify} messages.
             * @function encode
             * @memberof permafrost.v1.SignCancelled
             * @static
             * @param {permafrost.v1.SignCancelled.$Properties} message SignCancelled message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            SignCancelled.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.requestId != null && $Object.hasOwnProperty.call(message, "requestId") && message.requestId.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.requestId);
                if (message.sinceMs != null && $Object.hasOwnProperty.call(message, "sinceMs") && (typeof message.sinceMs === "object" ? message.sinceMs.low || message.sinceMs.high : message.sinceMs !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.sinceMs);
                if (message.signature != null && $Object.hasOwnProperty.call(message, "signature") && message.signature.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.signature);
                if (message.requester != null && $Object.hasOwnProperty.call(message, "requester") && message.requester.length)
                    writer.uint32(/* id 4, wireType 2 =*/34).bytes(message.requester);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a SignCancelled message from the specified reader or buffer.
             * @function decode
             * @memberof permafrost.v1.SignCancelled
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {permafrost.v1.SignCancelled & permafrost.v1.SignCancelled.$Shape} SignCancelled
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            SignCancelled.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.permafrost.v1.SignCancelled();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.requestId = value;
                            else
                                delete message.requestId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.sinceMs = value;
                            else
                                delete message.sinceMs;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.signature = value;
                            else
                                delete message.signature;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.requester = value;
                            else
                                delete message.requester;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return SignCancelled;
        })();

        v1.StoredCancel = (function() {

            /**
             * Properties of a StoredCancel.
             * @typedef {Object} permafrost.v1.StoredCancel.$Properties
             * @property {Uint8Array} [requestId] StoredCancel requestId
             * @property {Uint8Array} [requester] StoredCancel requester
             * @property {number|Long} [untilMs] StoredCancel untilMs
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a StoredCancel.
             * @memberof permafrost.v1
             * @interface IStoredCancel
             * @augments permafrost.v1.StoredCancel.$Properties
             * @deprecated Use permafrost.v1.StoredCancel.$Properties instead.
             */

            /**
             * Shape of a StoredCancel.
             * @typedef {permafrost.v1.StoredCancel.$Properties} permafrost.v1.StoredCancel.$Shape
             */

            /**
             * Constructs a new StoredCancel.
             * @memberof permafrost.v1
             * @classdesc Represents a StoredCancel.
             * @constructor
             * @param {permafrost.v1.StoredCancel.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const StoredCancel = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * StoredCancel requestId.
             * @member {Uint8Array} requestId
             * @memberof permafrost.v1.StoredCancel
             * @instance
             */
            StoredCancel.prototype.requestId = $util.newBuffer([]);

            /**
             * StoredCancel requester.
             * @member {Uint8Array} requester
             * @memberof permafrost.v1.StoredCancel
             * @instance
             */
            StoredCancel.prototype.requester = $util.newBuffer([]);

            /**
             * StoredCancel untilMs.
             * @member {number|Long} untilMs
             * @memberof permafrost.v1.StoredCancel
             * @instance
             */
            StoredCancel.prototype.untilMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Creates a new StoredCancel instance using the specified properties.
             * @function create
             * @memberof permafrost.v1.StoredCancel
             * @static
             * @param {permafrost.v1.StoredCancel.$Properties=} [properties] Properties to set
             * @returns {permafrost.v1.StoredCancel} StoredCancel instance
             * @type {{
             *   (properties: permafrost.v1.StoredCancel.$Shape): permafrost.v1.StoredCancel & permafrost.v1.StoredCancel.$Shape;
             *   (properties?: permafrost.v1.StoredCancel.$Properties): permafrost.v1.StoredCancel;
             * }}
             */
            StoredCancel.create = function(properties) {
                return new StoredCancel(properties);
            };

            /**
             * Encodes the specified StoredCancel message. Does not implicitly {@link permafrost.v1.StoredCancel.verify|verify} messages.
             * @function encode
             * @memberof permafrost.v1.StoredCancel
             * @static
             * @param {permafrost.v1.StoredCancel.$Properties} message StoredCancel message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            StoredCancel.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.requestId != null && $Object.hasOwnProperty.call(message, "requestId") && message.requestId.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.requestId);
                if (message.requester != null && $Object.hasOwnProperty.call(message, "requester") && message.requester.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.requester);
                if (message.untilMs != null && $Object.hasOwnProperty.call(message, "untilMs") && (typeof message.untilMs === "object" ? message.untilMs.low || message.untilMs.high : message.untilMs !== 0))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.untilMs);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a StoredCancel message from the specified reader or buffer.
             * @function decode
             * @memberof permafrost.v1.StoredCancel
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {permafrost.v1.StoredCancel & permafrost.v1.StoredCancel.$Shape} StoredCancel
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            StoredCancel.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.permafrost.v1.StoredCancel();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.requestId = value;
                            else
                                delete message.requestId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.requester = value;
                            else
                                delete message.requester;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.untilMs = value;
                            else
                                delete message.untilMs;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return StoredCancel;
        })();

        v1.RpcRequest = (function() {

            /**
             * Properties of a RpcRequest.
             * @typedef {Object} permafrost.v1.RpcRequest.$Properties
             * @property {permafrost.v1.NodeInfoRequest.$Properties|null} [nodeInfo] RpcRequest nodeInfo
             * @property {permafrost.v1.NodeStatusRequest.$Properties|null} [nodeStatus] RpcRequest nodeStatus
             * @property {permafrost.v1.KeyListRequest.$Properties|null} [keyList] RpcRequest keyList
             * @property {permafrost.v1.KeyGetRequest.$Properties|null} [keyGet] RpcRequest keyGet
             * @property {permafrost.v1.SignSubmitRequest.$Properties|null} [signSubmit] RpcRequest signSubmit
             * @property {permafrost.v1.SignGetRequest.$Properties|null} [signGet] RpcRequest signGet
             * @property {permafrost.v1.ProposalSubmitRequest.$Properties|null} [proposalSubmit] RpcRequest proposalSubmit
             * @property {permafrost.v1.ProposalListRequest.$Properties|null} [proposalList] RpcRequest proposalList
             * @property {permafrost.v1.ProposalDecideRequest.$Properties|null} [proposalDecide] RpcRequest proposalDecide
             * @property {permafrost.v1.ProposalWatchRequest.$Properties|null} [proposalWatch] RpcRequest proposalWatch
             * @property {permafrost.v1.RosterGetRequest.$Properties|null} [rosterGet] RpcRequest rosterGet
             * @property {permafrost.v1.SignCancel.$Properties|null} [signCancel] RpcRequest signCancel
             * @property {permafrost.v1.KeyDeriveRequest.$Properties|null} [keyDerive] RpcRequest keyDerive
             * @property {"nodeInfo"|"nodeStatus"|"keyList"|"keyGet"|"signSubmit"|"signGet"|"proposalSubmit"|"proposalList"|"proposalDecide"|"proposalWatch"|"rosterGet"|"signCancel"|"keyDerive"} [method] RpcRequest method
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a RpcRequest.
             * @memberof permafrost.v1
             * @interface IRpcRequest
             * @augments permafrost.v1.RpcRequest.$Properties
             * @deprecated Use permafrost.v1.RpcRequest.$Properties instead.
             */

            /**
             * Narrowed shape of a RpcRequest.
             * @typedef {{
             *   nodeInfo?: permafrost.v1.NodeInfoRequest.$Shape|null;
             *   nodeStatus?: permafrost.v1.NodeStatusRequest.$Shape|null;
             *   keyList?: permafrost.v1.KeyListRequest.$Shape|null;
             *   keyGet?: permafrost.v1.KeyGetRequest.$Shape|null;
             *   signSubmit?: permafrost.v1.SignSubmitRequest.$Shape|null;
             *   signGet?: permafrost.v1.SignGetRequest.$Shape|null;
             *   proposalSubmit?: permafrost.v1.ProposalSubmitRequest.$Shape|null;
             *   proposalList?: permafrost.v1.ProposalListRequest.$Shape|null;
             *   proposalDecide?: permafrost.v1.ProposalDecideRequest.$Shape|null;
             *   proposalWatch?: permafrost.v1.ProposalWatchRequest.$Shape|null;
             *   rosterGet?: permafrost.v1.RosterGetRequest.$Shape|null;
             *   signCancel?: permafrost.v1.SignCancel.$Shape|null;
             *   keyDerive?: permafrost.v1.KeyDeriveRequest.$Shape|null;
             *   $unknowns?: Array.<Uint8Array>;
             * } & (
             *   ({ method?: undefined; nodeInfo?: null; nodeStatus?: null; keyList?: null; keyGet?: null; signSubmit?: null; signGet?: null; proposalSubmit?: null; proposalList?: null; proposalDecide?: null; proposalWatch?: null; rosterGet?: null; signCancel?: null; keyDerive?: null }|{ method?: "nodeInfo"; nodeInfo: permafrost.v1.NodeInfoRequest.$Shape; nodeStatus?: null; keyList?: null; keyGet?: null; signSubmit?: null; signGet?: null; proposalSubmit?: null; proposalList?: null; proposalDecide?: null; proposalWatch?: null; rosterGet?: null; signCancel?: null; keyDerive?: null }|{ method?: "nodeStatus"; nodeInfo?: null; nodeStatus: permafrost.v1.NodeStatusRequest.$Shape; keyList?: null; keyGet?: null; signSubmit?: null; signGet?: null; proposalSubmit?: null; proposalList?: null; proposalDecide?: null; proposalWatch?: null; rosterGet?: null; signCancel?: null; keyDerive?: null }|{ method?: "keyList"; nodeInfo?: null; nodeStatus?: null; keyList: permafrost.v1.KeyListRequest.$Shape; keyGet?: null; signSubmit?: null; signGet?: null; proposalSubmit?: null; proposalList?: null; proposalDecide?: null; proposalWatch?: null; rosterGet?: null; signCancel?: null; keyDerive?: null }|{ method?: "keyGet"; nodeInfo?: null; nodeStatus?: null; keyList?: null; keyGet: permafrost.v1.KeyGetRequest.$Shape; signSubmit?: null; signGet?: null; proposalSubmit?: null; proposalList?: null; proposalDecide?: null; proposalWatch?: null; rosterGet?: null; signCancel?: null; keyDerive?: null }|{ method?: "signSubmit"; nodeInfo?: null; nodeStatus?: null; keyList?: null; keyGet?: null; signSubmit: permafrost.v1.SignSubmitRequest.$Shape; signGet?: null; proposalSubmit?: null; proposalList?: null; proposalDecide?: null; proposalWatch?: null; rosterGet?: null; signCancel?: null; keyDerive?: null }|{ method?: "signGet"; nodeInfo?: null; nodeStatus?: null; keyList?: null; keyGet?: null; signSubmit?: null; signGet: permafrost.v1.SignGetRequest.$Shape; proposalSubmit?: null; proposalList?: null; proposalDecide?: null; proposalWatch?: null; rosterGet?: null; signCancel?: null; keyDerive?: null }|{ method?: "proposalSubmit"; nodeInfo?: null; nodeStatus?: null; keyList?: null; keyGet?: null; signSubmit?: null; signGet?: null; proposalSubmit: permafrost.v1.ProposalSubmitRequest.$Shape; proposalList?: null; proposalDecide?: null; proposalWatch?: null; rosterGet?: null; signCancel?: null; keyDerive?: null }|{ method?: "proposalList"; nodeInfo?: null; nodeStatus?: null; keyList?: null; keyGet?: null; signSubmit?: null; signGet?: null; proposalSubmit?: null; proposalList: permafrost.v1.ProposalListRequest.$Shape; proposalDecide?: null; proposalWatch?: null; rosterGet?: null; signCancel?: null; keyDerive?: null }|{ method?: "proposalDecide"; nodeInfo?: null; nodeStatus?: null; keyList?: null; keyGet?: null; signSubmit?: null; signGet?: null; proposalSubmit?: null; proposalList?: null; proposalDecide: permafrost.v1.ProposalDecideRequest.$Shape; proposalWatch?: null; rosterGet?: null; signCancel?: null; keyDerive?: null }|{ method?: "proposalWatch"; nodeInfo?: null; nodeStatus?: null; keyList?: null; keyGet?: null; signSubmit?: null; signGet?: null; proposalSubmit?: null; proposalList?: null; proposalDecide?: null; proposalWatch: permafrost.v1.ProposalWatchRequest.$Shape; rosterGet?: null; signCancel?: null; keyDerive?: null }|{ method?: "rosterGet"; nodeInfo?: null; nodeStatus?: null; keyList?: null; keyGet?: null; signSubmit?: null; signGet?: null; proposalSubmit?: null; proposalList?: null; proposalDecide?: null; proposalWatch?: null; rosterGet: permafrost.v1.RosterGetRequest.$Shape; signCancel?: null; keyDerive?: null }|{ method?: "signCancel"; nodeInfo?: null; nodeStatus?: null; keyList?: null; keyGet?: null; signSubmit?: null; signGet?: null; proposalSubmit?: null; proposalList?: null; proposalDecide?: null; proposalWatch?: null; rosterGet?: null; signCancel: permafrost.v1.SignCancel.$Shape; keyDerive?: null }|{ method?: "keyDerive"; nodeInfo?: null; nodeStatus?: null; keyList?: null; keyGet?: null; signSubmit?: null; signGet?: null; proposalSubmit?: null; proposalList?: null; proposalDecide?: null; proposalWatch?: null; rosterGet?: null; signCancel?: null; keyDerive: permafrost.v1.KeyDeriveRequest.$Shape })
             * )} permafrost.v1.RpcRequest.$Shape
             */

            /**
             * Constructs a new RpcRequest.
             * @memberof permafrost.v1
             * @classdesc Represents a RpcRequest.
             * @constructor
             * @param {permafrost.v1.RpcRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const RpcRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * RpcRequest nodeInfo.
             * @member {permafrost.v1.NodeInfoRequest|null} nodeInfo
             * @memberof permafrost.v1.RpcRequest
             * @instance
             */
            RpcRequest.prototype.nodeInfo = null;

            /**
             * RpcRequest nodeStatus.
             * @member {permafrost.v1.NodeStatusRequest|null} nodeStatus
             * @memberof permafrost.v1.RpcRequest
             * @instance
             */
            RpcRequest.prototype.nodeStatus = null;

            /**
             * RpcRequest keyList.
             * @member {permafrost.v1.KeyListRequest|null} keyList
             * @memberof permafrost.v1.RpcRequest
             * @instance
             */
            RpcRequest.prototype.keyList = null;

            /**
             * RpcRequest keyGet.
             * @member {permafrost.v1.KeyGetRequest|null} keyGet
             * @memberof permafrost.v1.RpcRequest
             * @instance
             */
            RpcRequest.prototype.keyGet = null;

            /**
             * RpcRequest signSubmit.
             * @member {permafrost.v1.SignSubmitRequest|null} signSubmit
             * @memberof permafrost.v1.RpcRequest
             * @instance
             */
            RpcRequest.prototype.signSubmit = null;

            /**
             * RpcRequest signGet.
             * @member {permafrost.v1.SignGetRequest|null} signGet
             * @memberof permafrost.v1.RpcRequest
             * @instance
             */
            RpcRequest.prototype.signGet = null;

            /**
             * RpcRequest proposalSubmit.
             * @member {permafrost.v1.ProposalSubmitRequest|null} proposalSubmit
             * @memberof permafrost.v1.RpcRequest
             * @instance
             */
            RpcRequest.prototype.proposalSubmit = null;

            /**
             * RpcRequest proposalList.
             * @member {permafrost.v1.ProposalListRequest|null} proposalList
             * @memberof permafrost.v1.RpcRequest
             * @instance
             */
            RpcRequest.prototype.proposalList = null;

            /**
             * RpcRequest proposalDecide.
             * @member {permafrost.v1.ProposalDecideRequest|null} proposalDecide
             * @memberof permafrost.v1.RpcRequest
             * @instance
             */
            RpcRequest.prototype.proposalDecide = null;

            /**
             * RpcRequest proposalWatch.
             * @member {permafrost.v1.ProposalWatchRequest|null} proposalWatch
             * @memberof permafrost.v1.RpcRequest
             * @instance
             */
            RpcRequest.prototype.proposalWatch = null;

            /**
             * RpcRequest rosterGet.
             * @member {permafrost.v1.RosterGetRequest|null} rosterGet
             * @memberof permafrost.v1.RpcRequest
             * @instance
             */
            RpcRequest.prototype.rosterGet = null;

            /**
             * RpcRequest signCancel.
             * @member {permafrost.v1.SignCancel|null} signCancel
             * @memberof permafrost.v1.RpcRequest
             * @instance
             */
            RpcRequest.prototype.signCancel = null;

            /**
             * RpcRequest keyDerive.
             * @member {permafrost.v1.KeyDeriveRequest|null} keyDerive
             * @memberof permafrost.v1.RpcRequest
             * @instance
             */
            RpcRequest.prototype.keyDerive = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            /**
             * RpcRequest method.
             * @member {"nodeInfo"|"nodeStatus"|"keyList"|"keyGet"|"signSubmit"|"signGet"|"proposalSubmit"|"proposalList"|"proposalDecide"|"proposalWatch"|"rosterGet"|"signCancel"|"keyDerive"|undefined} method
             * @memberof permafrost.v1.RpcRequest
             * @instance
             */
            $Object.defineProperty(RpcRequest.prototype, "method", {
                get: $util.oneOfGetter($oneOfFields = ["nodeInfo", "nodeStatus", "keyList", "keyGet", "signSubmit", "signGet", "proposalSubmit", "proposalList", "proposalDecide", "proposalWatch", "rosterGet", "signCancel", "keyDerive"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Creates a new RpcRequest instance using the specified properties.
             * @function create
             * @memberof permafrost.v1.RpcRequest
             * @static
             * @param {permafrost.v1.RpcRequest.$Properties=} [properties] Properties to set
             * @returns {permafrost.v1.RpcRequest} RpcRequest instance
             * @type {{
             *   (properties: permafrost.v1.RpcRequest.$Shape): permafrost.v1.RpcRequest & permafrost.v1.RpcRequest.$Shape;
             *   (properties?: permafrost.v1.RpcRequest.$Properties): permafrost.v1.RpcRequest;
             * }}
             */
            RpcRequest.create = function(properties) {
                return new RpcRequest(properties);
            };

            /**
             * Encodes the specified RpcRequest message. Does not implicitly {@link permafrost.v1.RpcRequest.verify|verify} messages.
             * @function encode
             * @memberof permafrost.v1.RpcRequest
             * @static
             * @param {permafrost.v1.RpcRequest.$Properties} message RpcRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            RpcRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.nodeInfo != null && $Object.hasOwnProperty.call(message, "nodeInfo"))
                    $root.permafrost.v1.NodeInfoRequest.encode(message.nodeInfo, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.nodeStatus != null && $Object.hasOwnProperty.call(message, "nodeStatus"))
                    $root.permafrost.v1.NodeStatusRequest.encode(message.nodeStatus, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.keyList != null && $Object.hasOwnProperty.call(message, "keyList"))
                    $root.permafrost.v1.KeyListRequest.encode(message.keyList, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.keyGet != null && $Object.hasOwnProperty.call(message, "keyGet"))
                    $root.permafrost.v1.KeyGetRequest.encode(message.keyGet, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.signSubmit != null && $Object.hasOwnProperty.call(message, "signSubmit"))
                    $root.permafrost.v1.SignSubmitRequest.encode(message.signSubmit, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                if (message.signGet != null && $Object.hasOwnProperty.call(message, "signGet"))
                    $root.permafrost.v1.SignGetRequest.encode(message.signGet, writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
                if (message.proposalSubmit != null && $Object.hasOwnProperty.call(message, "proposalSubmit"))
                    $root.permafrost.v1.ProposalSubmitRequest.encode(message.proposalSubmit, writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
                if (message.proposalList != null && $Object.hasOwnProperty.call(message, "proposalList"))
                    $root.permafrost.v1.ProposalListRequest.encode(message.proposalList, writer.uint32(/* id 8, wireType 2 =*/66).fork(), _depth + 1).ldelim();
                if (message.proposalDecide != null && $Object.hasOwnProperty.call(message, "proposalDecide"))
                    $root.permafrost.v1.ProposalDecideRequest.encode(message.proposalDecide, writer.uint32(/* id 9, wireType 2 =*/74).fork(), _depth + 1).ldelim();
                if (message.proposalWatch != null && $Object.hasOwnProperty.call(message, "proposalWatch"))
                    $root.permafrost.v1.ProposalWatchRequest.encode(message.proposalWatch, writer.uint32(/* id 10, wireType 2 =*/82).fork(), _depth + 1).ldelim();
                if (message.rosterGet != null && $Object.hasOwnProperty.call(message, "rosterGet"))
                    $root.permafrost.v1.RosterGetRequest.encode(message.rosterGet, writer.uint32(/* id 11, wireType 2 =*/90).fork(), _depth + 1).ldelim();
                if (message.signCancel != null && $Object.hasOwnProperty.call(message, "signCancel"))
                    $root.permafrost.v1.SignCancel.encode(message.signCancel, writer.uint32(/* id 12, wireType 2 =*/98).fork(), _depth + 1).ldelim();
                if (message.keyDerive != null && $Object.hasOwnProperty.call(message, "keyDerive"))
                    $root.permafrost.v1.KeyDeriveRequest.encode(message.keyDerive, writer.uint32(/* id 20, wireType 2 =*/162).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a RpcRequest message from the specified reader or buffer.
             * @function decode
             * @memberof permafrost.v1.RpcRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {permafrost.v1.RpcRequest & permafrost.v1.RpcRequest.$Shape} RpcRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            RpcRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.permafrost.v1.RpcRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.nodeInfo = $root.permafrost.v1.NodeInfoRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.nodeInfo);
                            message.method = "nodeInfo";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.nodeStatus = $root.permafrost.v1.NodeStatusRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.nodeStatus);
                            message.method = "nodeStatus";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.keyList = $root.permafrost.v1.KeyListRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.keyList);
                            message.method = "keyList";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.keyGet = $root.permafrost.v1.KeyGetRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.keyGet);
                            message.method = "keyGet";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.signSubmit = $root.permafrost.v1.SignSubmitRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.signSubmit);
                            message.method = "signSubmit";
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.signGet = $root.permafrost.v1.SignGetRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.signGet);
                            message.method = "signGet";
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.proposalSubmit = $root.permafrost.v1.ProposalSubmitRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.proposalSubmit);
                            message.method = "proposalSubmit";
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            message.proposalList = $root.permafrost.v1.ProposalListRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.proposalList);
                            message.method = "proposalList";
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            message.proposalDecide = $root.permafrost.v1.ProposalDecideRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.proposalDecide);
                            message.method = "proposalDecide";
                            continue;
                        }
                    case 10: {
                            if (wireType !== 2)
                                break;
                            message.proposalWatch = $root.permafrost.v1.ProposalWatchRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.proposalWatch);
                            message.method = "proposalWatch";
                            continue;
                        }
                    case 11: {
                            if (wireType !== 2)
                                break;
                            message.rosterGet = $root.permafrost.v1.RosterGetRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.rosterGet);
                            message.method = "rosterGet";
                            continue;
                        }
                    case 12: {
                            if (wireType !== 2)
                                break;
                            message.signCancel = $root.permafrost.v1.SignCancel.decode(reader, reader.size(), $undefined, _depth + 1, message.signCancel);
                            message.method = "signCancel";
                            continue;
                        }
                    case 20: {
                            if (wireType !== 2)
                                break;
                            message.keyDerive = $root.permafrost.v1.KeyDeriveRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.keyDerive);
                            message.method = "keyDerive";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return RpcRequest;
        })();

        v1.RpcResponse = (function() {

            /**
             * Properties of a RpcResponse.
             * @typedef {Object} permafrost.v1.RpcResponse.$Properties
             * @property {permafrost.v1.RpcError.$Properties|null} [error] RpcResponse error
             * @property {permafrost.v1.NodeInfo.$Properties|null} [nodeInfo] RpcResponse nodeInfo
             * @property {permafrost.v1.NodeStatus.$Properties|null} [nodeStatus] RpcResponse nodeStatus
             * @property {permafrost.v1.KeyList.$Properties|null} [keyList] RpcResponse keyList
             * @property {permafrost.v1.KeyInfo.$Properties|null} [key] RpcResponse key
             * @property {permafrost.v1.SignProgress.$Properties|null} [sign] RpcResponse sign
             * @property {permafrost.v1.ProposalList.$Properties|null} [proposalList] RpcResponse proposalList
             * @property {permafrost.v1.ProposalInfo.$Properties|null} [proposal] RpcResponse proposal
             * @property {permafrost.v1.CeremonyProgress.$Properties|null} [ceremony] RpcResponse ceremony
             * @property {permafrost.v1.RosterDocument.$Properties|null} [roster] RpcResponse roster
             * @property {permafrost.v1.SignCancelResult.$Properties|null} [cancelled] RpcResponse cancelled
             * @property {permafrost.v1.KeyChild.$Properties|null} [child] RpcResponse child
             * @property {"error"|"nodeInfo"|"nodeStatus"|"keyList"|"key"|"sign"|"proposalList"|"proposal"|"ceremony"|"roster"|"cancelled"|"child"} [result] RpcResponse result
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a RpcResponse.
             * @memberof permafrost.v1
             * @interface IRpcResponse
             * @augments permafrost.v1.RpcResponse.$Properties
             * @deprecated Use permafrost.v1.RpcResponse.$Properties instead.
             */

            /**
             * Narrowed shape of a RpcResponse.
             * @typedef {{
             *   error?: permafrost.v1.RpcError.$Shape|null;
             *   nodeInfo?: permafrost.v1.NodeInfo.$Shape|null;
             *   nodeStatus?: permafrost.v1.NodeStatus.$Shape|null;
             *   keyList?: permafrost.v1.KeyList.$Shape|null;
             *   key?: permafrost.v1.KeyInfo.$Shape|null;
             *   sign?: permafrost.v1.SignProgress.$Shape|null;
             *   proposalList?: permafrost.v1.ProposalList.$Shape|null;
             *   proposal?: permafrost.v1.ProposalInfo.$Shape|null;
             *   ceremony?: permafrost.v1.CeremonyProgress.$Shape|null;
             *   roster?: permafrost.v1.RosterDocument.$Shape|null;
             *   cancelled?: permafrost.v1.SignCancelResult.$Shape|null;
             *   child?: permafrost.v1.KeyChild.$Shape|null;
             *   $unknowns?: Array.<Uint8Array>;
             * } & (
             *   ({ result?: undefined; error?: null; nodeInfo?: null; nodeStatus?: null; keyList?: null; key?: null; sign?: null; proposalList?: null; proposal?: null; ceremony?: null; roster?: null; cancelled?: null; child?: null }|{ result?: "error"; error: permafrost.v1.RpcError.$Shape; nodeInfo?: null; nodeStatus?: null; keyList?: null; key?: null; sign?: null; proposalList?: null; proposal?: null; ceremony?: null; roster?: null; cancelled?: null; child?: null }|{ result?: "nodeInfo"; error?: null; nodeInfo: permafrost.v1.NodeInfo.$Shape; nodeStatus?: null; keyList?: null; key?: null; sign?: null; proposalList?: null; proposal?: null; ceremony?: null; roster?: null; cancelled?: null; child?: null }|{ result?: "nodeStatus"; error?: null; nodeInfo?: null; nodeStatus: permafrost.v1.NodeStatus.$Shape; keyList?: null; key?: null; sign?: null; proposalList?: null; proposal?: null; ceremony?: null; roster?: null; cancelled?: null; child?: null }|{ result?: "keyList"; error?: null; nodeInfo?: null; nodeStatus?: null; keyList: permafrost.v1.KeyList.$Shape; key?: null; sign?: null; proposalList?: null; proposal?: null; ceremony?: null; roster?: null; cancelled?: null; child?: null }|{ result?: "key"; error?: null; nodeInfo?: null; nodeStatus?: null; keyList?: null; key: permafrost.v1.KeyInfo.$Shape; sign?: null; proposalList?: null; proposal?: null; ceremony?: null; roster?: null; cancelled?: null; child?: null }|{ result?: "sign"; error?: null; nodeInfo?: null; nodeStatus?: null; keyList?: null; key?: null; sign: permafrost.v1.SignProgress.$Shape; proposalList?: null; proposal?: null; ceremony?: null; roster?: null; cancelled?: null; child?: null }|{ result?: "proposalList"; error?: null; nodeInfo?: null; nodeStatus?: null; keyList?: null; key?: null; sign?: null; proposalList: permafrost.v1.ProposalList.$Shape; proposal?: null; ceremony?: null; roster?: null; cancelled?: null; child?: null }|{ result?: "proposal"; error?: null; nodeInfo?: null; nodeStatus?: null; keyList?: null; key?: null; sign?: null; proposalList?: null; proposal: permafrost.v1.ProposalInfo.$Shape; ceremony?: null; roster?: null; cancelled?: null; child?: null }|{ result?: "ceremony"; error?: null; nodeInfo?: null; nodeStatus?: null; keyList?: null; key?: null; sign?: null; proposalList?: null; proposal?: null; ceremony: permafrost.v1.CeremonyProgress.$Shape; roster?: null; cancelled?: null; child?: null }|{ result?: "roster"; error?: null; nodeInfo?: null; nodeStatus?: null; keyList?: null; key?: null; sign?: null; proposalList?: null; proposal?: null; ceremony?: null; roster: permafrost.v1.RosterDocument.$Shape; cancelled?: null; child?: null }|{ result?: "cancelled"; error?: null; nodeInfo?: null; nodeStatus?: null; keyList?: null; key?: null; sign?: null; proposalList?: null; proposal?: null; ceremony?: null; roster?: null; cancelled: permafrost.v1.SignCancelResult.$Shape; child?: null }|{ result?: "child"; error?: null; nodeInfo?: null; nodeStatus?: null; keyList?: null; key?: null; sign?: null; proposalList?: null; proposal?: null; ceremony?: null; roster?: null; cancelled?: null; child: permafrost.v1.KeyChild.$Shape })
             * )} permafrost.v1.RpcResponse.$Shape
             */

            /**
             * Constructs a new RpcResponse.
             * @memberof permafrost.v1
             * @classdesc Represents a RpcResponse.
             * @constructor
             * @param {permafrost.v1.RpcResponse.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const RpcResponse = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * RpcResponse error.
             * @member {permafrost.v1.RpcError|null} error
             * @memberof permafrost.v1.RpcResponse
             * @instance
             */
            RpcResponse.prototype.error = null;

            /**
             * RpcResponse nodeInfo.
             * @member {permafrost.v1.NodeInfo|null} nodeInfo
             * @memberof permafrost.v1.RpcResponse
             * @instance
             */
            RpcResponse.prototype.nodeInfo = null;

            /**
             * RpcResponse nodeStatus.
             * @member {permafrost.v1.NodeStatus|null} nodeStatus
             * @memberof permafrost.v1.RpcResponse
             * @instance
             */
            RpcResponse.prototype.nodeStatus = null;

            /**
             * RpcResponse keyList.
             * @member {permafrost.v1.KeyList|null} keyList
             * @memberof permafrost.v1.RpcResponse
             * @instance
             */
            RpcResponse.prototype.keyList = null;

            /**
             * RpcResponse key.
             * @member {permafrost.v1.KeyInfo|null} key
             * @memberof permafrost.v1.RpcResponse
             * @instance
             */
            RpcResponse.prototype.key = null;

            /**
             * RpcResponse sign.
             * @member {permafrost.v1.SignProgress|null} sign
             * @memberof permafrost.v1.RpcResponse
             * @instance
             */
            RpcResponse.prototype.sign = null;

            /**
             * RpcResponse proposalList.
             * @member {permafrost.v1.ProposalList|null} proposalList
             * @memberof permafrost.v1.RpcResponse
             * @instance
             */
            RpcResponse.prototype.proposalList = null;

            /**
             * RpcResponse proposal.
             * @member {permafrost.v1.ProposalInfo|null} proposal
             * @memberof permafrost.v1.RpcResponse
             * @instance
             */
            RpcResponse.prototype.proposal = null;

            /**
             * RpcResponse ceremony.
             * @member {permafrost.v1.CeremonyProgress|null} ceremony
             * @memberof permafrost.v1.RpcResponse
             * @instance
             */
            RpcResponse.prototype.ceremony = null;

            /**
             * RpcResponse roster.
             * @member {permafrost.v1.RosterDocument|null} roster
             * @memberof permafrost.v1.RpcResponse
             * @instance
             */
            RpcResponse.prototype.roster = null;

            /**
             * RpcResponse cancelled.
             * @member {permafrost.v1.SignCancelResult|null} cancelled
             * @memberof permafrost.v1.RpcResponse
             * @instance
             */
            RpcResponse.prototype.cancelled = null;

            /**
             * RpcResponse child.
             * @member {permafrost.v1.KeyChild|null} child
             * @memberof permafrost.v1.RpcResponse
             * @instance
             */
            RpcResponse.prototype.child = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            /**
             * RpcResponse result.
             * @member {"error"|"nodeInfo"|"nodeStatus"|"keyList"|"key"|"sign"|"proposalList"|"proposal"|"ceremony"|"roster"|"cancelled"|"child"|undefined} result
             * @memberof permafrost.v1.RpcResponse
             * @instance
             */
            $Object.defineProperty(RpcResponse.prototype, "result", {
                get: $util.oneOfGetter($oneOfFields = ["error", "nodeInfo", "nodeStatus", "keyList", "key", "sign", "proposalList", "proposal", "ceremony", "roster", "cancelled", "child"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Creates a new RpcResponse instance using the specified properties.
             * @function create
             * @memberof permafrost.v1.RpcResponse
             * @static
             * @param {permafrost.v1.RpcResponse.$Properties=} [properties] Properties to set
             * @returns {permafrost.v1.RpcResponse} RpcResponse instance
             * @type {{
             *   (properties: permafrost.v1.RpcResponse.$Shape): permafrost.v1.RpcResponse & permafrost.v1.RpcResponse.$Shape;
             *   (properties?: permafrost.v1.RpcResponse.$Properties): permafrost.v1.RpcResponse;
             * }}
             */
            RpcResponse.create = function(properties) {
                return new RpcResponse(properties);
            };

            /**
             * Encodes the specified RpcResponse message. Does not implicitly {@link permafrost.v1.RpcResponse.verify|verify} messages.
             * @function encode
             * @memberof permafrost.v1.RpcResponse
             * @static
             * @param {permafrost.v1.RpcResponse.$Properties} message RpcResponse message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            RpcResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.error != null && $Object.hasOwnProperty.call(message, "error"))
                    $root.permafrost.v1.RpcError.encode(message.error, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.nodeInfo != null && $Object.hasOwnProperty.call(message, "nodeInfo"))
                    $root.permafrost.v1.NodeInfo.encode(message.nodeInfo, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.nodeStatus != null && $Object.hasOwnProperty.call(message, "nodeStatus"))
                    $root.permafrost.v1.NodeStatus.encode(message.nodeStatus, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.keyList != null && $Object.hasOwnProperty.call(message, "keyList"))
                    $root.permafrost.v1.KeyList.encode(message.keyList, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.key != null && $Object.hasOwnProperty.call(message, "key"))
                    $root.permafrost.v1.KeyInfo.encode(message.key, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                if (message.sign != null && $Object.hasOwnProperty.call(message, "sign"))
                    $root.permafrost.v1.SignProgress.encode(message.sign, writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
                if (message.proposalList != null && $Object.hasOwnProperty.call(message, "proposalList"))
                    $root.permafrost.v1.ProposalList.encode(message.proposalList, writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
                if (message.proposal != null && $Object.hasOwnProperty.call(message, "proposal"))
                    $root.permafrost.v1.ProposalInfo.encode(message.proposal, writer.uint32(/* id 8, wireType 2 =*/66).fork(), _depth + 1).ldelim();
                if (message.ceremony != null && $Object.hasOwnProperty.call(message, "ceremony"))
                    $root.permafrost.v1.CeremonyProgress.encode(message.ceremony, writer.uint32(/* id 9, wireType 2 =*/74).fork(), _depth + 1).ldelim();
                if (message.roster != null && $Object.hasOwnProperty.call(message, "roster"))
                    $root.permafrost.v1.RosterDocument.encode(message.roster, writer.uint32(/* id 10, wireType 2 =*/82).fork(), _depth + 1).ldelim();
                if (message.cancelled != null && $Object.hasOwnProperty.call(message, "cancelled"))
                    $root.permafrost.v1.SignCancelResult.encode(message.cancelled, writer.uint32(/* id 11, wireType 2 =*/90).fork(), _depth + 1).ldelim();
                if (message.child != null && $Object.hasOwnProperty.call(message, "child"))
                    $root.permafrost.v1.KeyChild.encode(message.child, writer.uint32(/* id 20, wireType 2 =*/162).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a RpcResponse message from the specified reader or buffer.
             * @function decode
             * @memberof permafrost.v1.RpcResponse
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {permafrost.v1.RpcResponse & permafrost.v1.RpcResponse.$Shape} RpcResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            RpcResponse.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.permafrost.v1.RpcResponse();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.error = $root.permafrost.v1.RpcError.decode(reader, reader.size(), $undefined, _depth + 1, message.error);
                            message.result = "error";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.nodeInfo = $root.permafrost.v1.NodeInfo.decode(reader, reader.size(), $undefined, _depth + 1, message.nodeInfo);
                            message.result = "nodeInfo";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.nodeStatus = $root.permafrost.v1.NodeStatus.decode(reader, reader.size(), $undefined, _depth + 1, message.nodeStatus);
                            message.result = "nodeStatus";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.keyList = $root.permafrost.v1.KeyList.decode(reader, reader.size(), $undefined, _depth + 1, message.keyList);
                            message.result = "keyList";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.key = $root.permafrost.v1.KeyInfo.decode(reader, reader.size(), $undefined, _depth + 1, message.key);
                            message.result = "key";
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.sign = $root.permafrost.v1.SignProgress.decode(reader, reader.size(), $undefined, _depth + 1, message.sign);
                            message.result = "sign";
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.proposalList = $root.permafrost.v1.ProposalList.decode(reader, reader.size(), $undefined, _depth + 1, message.proposalList);
                            message.result = "proposalList";
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            message.proposal = $root.permafrost.v1.ProposalInfo.decode(reader, reader.size(), $undefined, _depth + 1, message.proposal);
                            message.result = "proposal";
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            message.ceremony = $root.permafrost.v1.CeremonyProgress.decode(reader, reader.size(), $undefined, _depth + 1, message.ceremony);
                            message.result = "ceremony";
                            continue;
                        }
                    case 10: {
                            if (wireType !== 2)
                                break;
                            message.roster = $root.permafrost.v1.RosterDocument.decode(reader, reader.size(), $undefined, _depth + 1, message.roster);
                            message.result = "roster";
                            continue;
                        }
                    case 11: {
                            if (wireType !== 2)
                                break;
                            message.cancelled = $root.permafrost.v1.SignCancelResult.decode(reader, reader.size(), $undefined, _depth + 1, message.cancelled);
                            message.result = "cancelled";
                            continue;
                        }
                    case 20: {
                            if (wireType !== 2)
                                break;
                            message.child = $root.permafrost.v1.KeyChild.decode(reader, reader.size(), $undefined, _depth + 1, message.child);
                            message.result = "child";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return RpcResponse;
        })();

        v1.RpcError = (function() {

            /**
             * Properties of a RpcError.
             * @typedef {Object} permafrost.v1.RpcError.$Properties
             * @property {string} [code] RpcError code
             * @property {string} [message] RpcError message
             * @property {boolean} [retryable] RpcError retryable
             * @property {string} [retry] RpcError retry
             * @property {number} [retryAfterMs] RpcError retryAfterMs
             * @property {Array.<string>} [blame] RpcError blame
             * @property {string} [hint] RpcError hint
             * @property {string} [requestId] RpcError requestId
             * @property {string} [nothingSigned] RpcError nothingSigned
             * @property {number} [need] RpcError need
             * @property {number} [have] RpcError have
             * @property {Array.<string>} [down] RpcError down
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a RpcError.
             * @memberof permafrost.v1
             * @interface IRpcError
             * @augments permafrost.v1.RpcError.$Properties
             * @deprecated Use permafrost.v1.RpcError.$Properties instead.
             */

            /**
             * Shape of a RpcError.
             * @typedef {permafrost.v1.RpcError.$Properties} permafrost.v1.RpcError.$Shape
             */

            /**
             * Constructs a new RpcError.
             * @memberof permafrost.v1
             * @classdesc Represents a RpcError.
             * @constructor
             * @param {permafrost.v1.RpcError.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const RpcError = function (properties) {
                this.blame = [];
                this.down = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * RpcError code.
             * @member {string} code
             * @memberof permafrost.v1.RpcError
             * @instance
             */
            RpcError.prototype.code = "";

            /**
             * RpcError message.
             * @member {string} message
             * @memberof permafrost.v1.RpcError
             * @instance
             */
            RpcError.prototype.message = "";

            /**
             * RpcError retryable.
             * @member {boolean} retryable
             * @memberof permafrost.v1.RpcError
             * @instance
             */
            RpcError.prototype.retryable = false;

            /**
             * RpcError retry.
             * @member {string} retry
             * @memberof permafrost.v1.RpcError
             * @instance
             */
            RpcError.prototype.retry = "";

            /**
             * RpcError retryAfterMs.
             * @member {number} retryAfterMs
             * @memberof permafrost.v1.RpcError
             * @instance
             */
            RpcError.prototype.retryAfterMs = 0;

            /**
             * RpcError blame.
             * @member {Array.<string>} blame
             * @memberof permafrost.v1.RpcError
             * @instance
             */
            RpcError.prototype.blame = $util.emptyArray;

            /**
             * RpcError hint.
             * @member {string} hint
             * @memberof permafrost.v1.RpcError
             * @instance
             */
            RpcError.prototype.hint = "";

            /**
             * RpcError requestId.
             * @member {string} requestId
             * @memberof permafrost.v1.RpcError
             * @instance
             */
            RpcError.prototype.requestId = "";

            /**
             * RpcError nothingSigned.
             * @member {string} nothingSigned
             * @memberof permafrost.v1.RpcError
             * @instance
             */
            RpcError.prototype.nothingSigned = "";

            /**
             * RpcError need.
             * @member {number} need
             * @memberof permafrost.v1.RpcError
             * @instance
             */
            RpcError.prototype.need = 0;

            /**
             * RpcError have.
             * @member {number} have
             * @memberof permafrost.v1.RpcError
             * @instance
             */
            RpcError.prototype.have = 0;

            /**
             * RpcError down.
             * @member {Array.<string>} down
             * @memberof permafrost.v1.RpcError
             * @instance
             */
            RpcError.prototype.down = $util.emptyArray;

            /**
             * Creates a new RpcError instance using the specified properties.
             * @function create
             * @memberof permafrost.v1.RpcError
             * @static
             * @param {permafrost.v1.RpcError.$Properties=} [properties] Properties to set
             * @returns {permafrost.v1.RpcError} RpcError instance
             * @type {{
             *   (properties: permafrost.v1.RpcError.$Shape): permafrost.v1.RpcError & permafrost.v1.RpcError.$Shape;
             *   (properties?: permafrost.v1.RpcError.$Properties): permafrost.v1.RpcError;
             * }}
             */
            RpcError.create = function(properties) {
                return new RpcError(properties);
            };

            /**
             * Encodes the specified RpcError message. Does not implicitly {@link permafrost.v1.RpcError.verify|verify} messages.
             * @function encode
             * @memberof permafrost.v1.RpcError
             * @static
             * @param {permafrost.v1.RpcError.$Properties} message RpcError message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            RpcError.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.code != null && $Object.hasOwnProperty.call(message, "code") && message.code !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.code);
                if (message.message != null && $Object.hasOwnProperty.call(message, "message") && message.message !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.message);
                if (message.retryable != null && $Object.hasOwnProperty.call(message, "retryable") && message.retryable !== false)
                    writer.uint32(/* id 3, wireType 0 =*/24).bool(message.retryable);
                if (message.retry != null && $Object.hasOwnProperty.call(message, "retry") && message.retry !== "")
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.retry);
                if (message.retryAfterMs != null && $Object.hasOwnProperty.call(message, "retryAfterMs") && message.retryAfterMs !== 0)
                    writer.uint32(/* id 5, wireType 0 =*/40).uint32(message.retryAfterMs);
                if (message.blame != null && message.blame.length)
                    for (let i = 0; i < message.blame.length; ++i)
                        writer.uint32(/* id 6, wireType 2 =*/50).string(message.blame[i]);
                if (message.hint != null && $Object.hasOwnProperty.call(message, "hint") && message.hint !== "")
                    writer.uint32(/* id 7, wireType 2 =*/58).string(message.hint);
                if (message.requestId != null && $Object.hasOwnProperty.call(message, "requestId") && message.requestId !== "")
                    writer.uint32(/* id 8, wireType 2 =*/66).string(message.requestId);
                if (message.nothingSigned != null && $Object.hasOwnProperty.call(message, "nothingSigned") && message.nothingSigned !== "")
                    writer.uint32(/* id 9, wireType 2 =*/74).string(message.nothingSigned);
                if (message.need != null && $Object.hasOwnProperty.call(message, "need") && message.need !== 0)
                    writer.uint32(/* id 10, wireType 0 =*/80).uint32(message.need);
                if (message.have != null && $Object.hasOwnProperty.call(message, "have") && message.have !== 0)
                    writer.uint32(/* id 11, wireType 0 =*/88).uint32(message.have);
                if (message.down != null && message.down.length)
                    for (let i = 0; i < message.down.length; ++i)
                        writer.uint32(/* id 12, wireType 2 =*/98).string(message.down[i]);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a RpcError message from the specified reader or buffer.
             * @function decode
             * @memberof permafrost.v1.RpcError
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {permafrost.v1.RpcError & permafrost.v1.RpcError.$Shape} RpcError
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            RpcError.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.permafrost.v1.RpcError();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.code = value;
                            else
                                delete message.code;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.message = value;
                            else
                                delete message.message;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.retryable = value;
                            else
                                delete message.retryable;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.retry = value;
                            else
                                delete message.retry;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.retryAfterMs = value;
                            else
                                delete message.retryAfterMs;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if (!(message.blame && message.blame.length))
                                message.blame = [];
                            message.blame.push(reader.stringVerify());
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.hint = value;
                            else
                                delete message.hint;
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.requestId = value;
                            else
                                delete message.requestId;
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.nothingSigned = value;
                            else
                                delete message.nothingSigned;
                            continue;
                        }
                    case 10: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.need = value;
                            else
                                delete message.need;
                            continue;
                        }
                    case 11: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.have = value;
                            else
                                delete message.have;
                            continue;
                        }
                    case 12: {
                            if (wireType !== 2)
                                break;
                            if (!(message.down && message.down.length))
                                message.down = [];
                            message.down.push(reader.stringVerify());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return RpcError;
        })();

        v1.NodeInfoRequest = (function() {

            /**
             * Properties of a NodeInfoRequest.
             * @typedef {Object} permafrost.v1.NodeInfoRequest.$Properties
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a NodeInfoRequest.
             * @memberof permafrost.v1
             * @interface INodeInfoRequest
             * @augments permafrost.v1.NodeInfoRequest.$Properties
             * @deprecated Use permafrost.v1.NodeInfoRequest.$Properties instead.
             */

            /**
             * Shape of a NodeInfoRequest.
             * @typedef {permafrost.v1.NodeInfoRequest.$Properties} permafrost.v1.NodeInfoRequest.$Shape
             */

            /**
             * Constructs a new NodeInfoRequest.
             * @memberof permafrost.v1
             * @classdesc Represents a NodeInfoRequest.
             * @constructor
             * @param {permafrost.v1.NodeInfoRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const NodeInfoRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Creates a new NodeInfoRequest instance using the specified properties.
             * @function create
             * @memberof permafrost.v1.NodeInfoRequest
             * @static
             * @param {permafrost.v1.NodeInfoRequest.$Properties=} [properties] Properties to set
             * @returns {permafrost.v1.NodeInfoRequest} NodeInfoRequest instance
             * @type {{
             *   (properties: permafrost.v1.NodeInfoRequest.$Shape): permafrost.v1.NodeInfoRequest & permafrost.v1.NodeInfoRequest.$Shape;
             *   (properties?: permafrost.v1.NodeInfoRequest.$Properties): permafrost.v1.NodeInfoRequest;
             * }}
             */
            NodeInfoRequest.create = function(properties) {
                return new NodeInfoRequest(properties);
            };

            /**
             * Encodes the specified NodeInfoRequest message. Does not implicitly {@link permafrost.v1.NodeInfoRequest.verify|verify} messages.
             * @function encode
             * @memberof permafrost.v1.NodeInfoRequest
             * @static
             * @param {permafrost.v1.NodeInfoRequest.$Properties} message NodeInfoRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            NodeInfoRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a NodeInfoRequest message from the specified reader or buffer.
             * @function decode
             * @memberof permafrost.v1.NodeInfoRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {permafrost.v1.NodeInfoRequest & permafrost.v1.NodeInfoRequest.$Shape} NodeInfoRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            NodeInfoRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.permafrost.v1.NodeInfoRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    reader.skipType(tag & 7, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return NodeInfoRequest;
        })();

        v1.NodeInfo = (function() {

            /**
             * Properties of a NodeInfo.
             * @typedef {Object} permafrost.v1.NodeInfo.$Properties
             * @property {string} [name] NodeInfo name
             * @property {string} [software] NodeInfo software
             * @property {number} [version] NodeInfo version
             * @property {Array.<string>} [suites] NodeInfo suites
             * @property {string} [backend] NodeInfo backend
             * @property {number} [pid] NodeInfo pid
             * @property {number|Long} [uptimeMs] NodeInfo uptimeMs
             * @property {Uint8Array} [hostPub] NodeInfo hostPub
             * @property {number|Long} [cpuMs] NodeInfo cpuMs
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a NodeInfo.
             * @memberof permafrost.v1
             * @interface INodeInfo
             * @augments permafrost.v1.NodeInfo.$Properties
             * @deprecated Use permafrost.v1.NodeInfo.$Properties instead.
             */

            /**
             * Shape of a NodeInfo.
             * @typedef {permafrost.v1.NodeInfo.$Properties} permafrost.v1.NodeInfo.$Shape
             */

            /**
             * Constructs a new NodeInfo.
             * @memberof permafrost.v1
             * @classdesc Represents a NodeInfo.
             * @constructor
             * @param {permafrost.v1.NodeInfo.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const NodeInfo = function (properties) {
                this.suites = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * NodeInfo name.
             * @member {string} name
             * @memberof permafrost.v1.NodeInfo
             * @instance
             */
            NodeInfo.prototype.name = "";

            /**
             * NodeInfo software.
             * @member {string} software
             * @memberof permafrost.v1.NodeInfo
             * @instance
             */
            NodeInfo.prototype.software = "";

            /**
             * NodeInfo version.
             * @member {number} version
             * @memberof permafrost.v1.NodeInfo
             * @instance
             */
            NodeInfo.prototype.version = 0;

            /**
             * NodeInfo suites.
             * @member {Array.<string>} suites
             * @memberof permafrost.v1.NodeInfo
             * @instance
             */
            NodeInfo.prototype.suites = $util.emptyArray;

            /**
             * NodeInfo backend.
             * @member {string} backend
             * @memberof permafrost.v1.NodeInfo
             * @instance
             */
            NodeInfo.prototype.backend = "";

            /**
             * NodeInfo pid.
             * @member {number} pid
             * @memberof permafrost.v1.NodeInfo
             * @instance
             */
            NodeInfo.prototype.pid = 0;

            /**
             * NodeInfo uptimeMs.
             * @member {number|Long} uptimeMs
             * @memberof permafrost.v1.NodeInfo
             * @instance
             */
            NodeInfo.prototype.uptimeMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * NodeInfo hostPub.
             * @member {Uint8Array} hostPub
             * @memberof permafrost.v1.NodeInfo
             * @instance
             */
            NodeInfo.prototype.hostPub = $util.newBuffer([]);

            /**
             * NodeInfo cpuMs.
             * @member {number|Long} cpuMs
             * @memberof permafrost.v1.NodeInfo
             * @instance
             */
            NodeInfo.prototype.cpuMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Creates a new NodeInfo instance using the specified properties.
             * @function create
             * @memberof permafrost.v1.NodeInfo
             * @static
             * @param {permafrost.v1.NodeInfo.$Properties=} [properties] Properties to set
             * @returns {permafrost.v1.NodeInfo} NodeInfo instance
             * @type {{
             *   (properties: permafrost.v1.NodeInfo.$Shape): permafrost.v1.NodeInfo & permafrost.v1.NodeInfo.$Shape;
             *   (properties?: permafrost.v1.NodeInfo.$Properties): permafrost.v1.NodeInfo;
             * }}
             */
            NodeInfo.create = function(properties) {
                return new NodeInfo(properties);
            };

            /**
             * Encodes the specified NodeInfo message. Does not implicitly {@link permafrost.v1.NodeInfo.verify|verify} messages.
             * @function encode
             * @memberof permafrost.v1.NodeInfo
             * @static
             * @param {permafrost.v1.NodeInfo.$Properties} message NodeInfo message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            NodeInfo.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.name);
                if (message.software != null && $Object.hasOwnProperty.call(message, "software") && message.software !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.software);
                if (message.version != null && $Object.hasOwnProperty.call(message, "version") && message.version !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.version);
                if (message.suites != null && message.suites.length)
                    for (let i = 0; i < message.suites.length; ++i)
                        writer.uint32(/* id 4, wireType 2 =*/34).string(message.suites[i]);
                if (message.backend != null && $Object.hasOwnProperty.call(message, "backend") && message.backend !== "")
                    writer.uint32(/* id 5, wireType 2 =*/42).string(message.backend);
                if (message.pid != null && $Object.hasOwnProperty.call(message, "pid") && message.pid !== 0)
                    writer.uint32(/* id 6, wireType 0 =*/48).uint32(message.pid);
                if (message.uptimeMs != null && $Object.hasOwnProperty.call(message, "uptimeMs") && (typeof message.uptimeMs === "object" ? message.uptimeMs.low || message.uptimeMs.high : message.uptimeMs !== 0))
                    writer.uint32(/* id 7, wireType 0 =*/56).uint64(message.uptimeMs);
                if (message.hostPub != null && $Object.hasOwnProperty.call(message, "hostPub") && message.hostPub.length)
                    writer.uint32(/* id 8, wireType 2 =*/66).bytes(message.hostPub);
                if (message.cpuMs != null && $Object.hasOwnProperty.call(message, "cpuMs") && (typeof message.cpuMs === "object" ? message.cpuMs.low || message.cpuMs.high : message.cpuMs !== 0))
                    writer.uint32(/* id 9, wireType 0 =*/72).uint64(message.cpuMs);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a NodeInfo message from the specified reader or buffer.
             * @function decode
             * @memberof permafrost.v1.NodeInfo
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {permafrost.v1.NodeInfo & permafrost.v1.NodeInfo.$Shape} NodeInfo
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            NodeInfo.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.permafrost.v1.NodeInfo();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.name = value;
                            else
                                delete message.name;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.software = value;
                            else
                                delete message.software;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.version = value;
                            else
                                delete message.version;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if (!(message.suites && message.suites.length))
                                message.suites = [];
                            message.suites.push(reader.stringVerify());
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.backend = value;
                            else
                                delete message.backend;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.pid = value;
                            else
                                delete message.pid;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.uptimeMs = value;
                            else
                                delete message.uptimeMs;
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.hostPub = value;
                            else
                                delete message.hostPub;
                            continue;
                        }
                    case 9: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.cpuMs = value;
                            else
                                delete message.cpuMs;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return NodeInfo;
        })();

        v1.NodeStatusRequest = (function() {

            /**
             * Properties of a NodeStatusRequest.
             * @typedef {Object} permafrost.v1.NodeStatusRequest.$Properties
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a NodeStatusRequest.
             * @memberof permafrost.v1
             * @interface INodeStatusRequest
             * @augments permafrost.v1.NodeStatusRequest.$Properties
             * @deprecated Use permafrost.v1.NodeStatusRequest.$Properties instead.
             */

            /**
             * Shape of a NodeStatusRequest.
             * @typedef {permafrost.v1.NodeStatusRequest.$Properties} permafrost.v1.NodeStatusRequest.$Shape
             */

            /**
             * Constructs a new NodeStatusRequest.
             * @memberof permafrost.v1
             * @classdesc Represents a NodeStatusRequest.
             * @constructor
             * @param {permafrost.v1.NodeStatusRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const NodeStatusRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Creates a new NodeStatusRequest instance using the specified properties.
             * @function create
             * @memberof permafrost.v1.NodeStatusRequest
             * @static
             * @param {permafrost.v1.NodeStatusRequest.$Properties=} [properties] Properties to set
             * @returns {permafrost.v1.NodeStatusRequest} NodeStatusRequest instance
             * @type {{
             *   (properties: permafrost.v1.NodeStatusRequest.$Shape): permafrost.v1.NodeStatusRequest & permafrost.v1.NodeStatusRequest.$Shape;
             *   (properties?: permafrost.v1.NodeStatusRequest.$Properties): permafrost.v1.NodeStatusRequest;
             * }}
             */
            NodeStatusRequest.create = function(properties) {
                return new NodeStatusRequest(properties);
            };

            /**
             * Encodes the specified NodeStatusRequest message. Does not implicitly {@link permafrost.v1.NodeStatusRequest.verify|verify} messages.
             * @function encode
             * @memberof permafrost.v1.NodeStatusRequest
             * @static
             * @param {permafrost.v1.NodeStatusRequest.$Properties} message NodeStatusRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            NodeStatusRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a NodeStatusRequest message from the specified reader or buffer.
             * @function decode
             * @memberof permafrost.v1.NodeStatusRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {permafrost.v1.NodeStatusRequest & permafrost.v1.NodeStatusRequest.$Shape} NodeStatusRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            NodeStatusRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.permafrost.v1.NodeStatusRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    reader.skipType(tag & 7, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return NodeStatusRequest;
        })();

        v1.LinkInfo = (function() {

            /**
             * Properties of a LinkInfo.
             * @typedef {Object} permafrost.v1.LinkInfo.$Properties
             * @property {string} [name] LinkInfo name
             * @property {boolean} [up] LinkInfo up
             * @property {number} [rttMs] LinkInfo rttMs
             * @property {string} [reason] LinkInfo reason
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a LinkInfo.
             * @memberof permafrost.v1
             * @interface ILinkInfo
             * @augments permafrost.v1.LinkInfo.$Properties
             * @deprecated Use permafrost.v1.LinkInfo.$Properties instead.
             */

            /**
             * Shape of a LinkInfo.
             * @typedef {permafrost.v1.LinkInfo.$Properties} permafrost.v1.LinkInfo.$Shape
             */

            /**
             * Constructs a new LinkInfo.
             * @memberof permafrost.v1
             * @classdesc Represents a LinkInfo.
             * @constructor
             * @param {permafrost.v1.LinkInfo.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const LinkInfo = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * LinkInfo name.
             * @member {string} name
             * @memberof permafrost.v1.LinkInfo
             * @instance
             */
            LinkInfo.prototype.name = "";

            /**
             * LinkInfo up.
             * @member {boolean} up
             * @memberof permafrost.v1.LinkInfo
             * @instance
             */
            LinkInfo.prototype.up = false;

            /**
             * LinkInfo rttMs.
             * @member {number} rttMs
             * @memberof permafrost.v1.LinkInfo
             * @instance
             */
            LinkInfo.prototype.rttMs = 0;

            /**
             * LinkInfo reason.
             * @member {string} reason
             * @memberof permafrost.v1.LinkInfo
             * @instance
             */
            LinkInfo.prototype.reason = "";

            /**
             * Creates a new LinkInfo instance using the specified properties.
             * @function create
             * @memberof permafrost.v1.LinkInfo
             * @static
             * @param {permafrost.v1.LinkInfo.$Properties=} [properties] Properties to set
             * @returns {permafrost.v1.LinkInfo} LinkInfo instance
             * @type {{
             *   (properties: permafrost.v1.LinkInfo.$Shape): permafrost.v1.LinkInfo & permafrost.v1.LinkInfo.$Shape;
             *   (properties?: permafrost.v1.LinkInfo.$Properties): permafrost.v1.LinkInfo;
             * }}
             */
            LinkInfo.create = function(properties) {
                return new LinkInfo(properties);
            };

            /**
             * Encodes the specified LinkInfo message. Does not implicitly {@link permafrost.v1.LinkInfo.verify|verify} messages.
             * @function encode
             * @memberof permafrost.v1.LinkInfo
             * @static
             * @param {permafrost.v1.LinkInfo.$Properties} message LinkInfo message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            LinkInfo.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.name);
                if (message.up != null && $Object.hasOwnProperty.call(message, "up") && message.up !== false)
                    writer.uint32(/* id 2, wireType 0 =*/16).bool(message.up);
                if (message.rttMs != null && $Object.hasOwnProperty.call(message, "rttMs") && !$Object.is(message.rttMs, 0))
                    writer.uint32(/* id 3, wireType 1 =*/25).double(message.rttMs);
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== "")
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.reason);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a LinkInfo message from the specified reader or buffer.
             * @function decode
             * @memberof permafrost.v1.LinkInfo
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {permafrost.v1.LinkInfo & permafrost.v1.LinkInfo.$Shape} LinkInfo
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            LinkInfo.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.permafrost.v1.LinkInfo();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.name = value;
                            else
                                delete message.name;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.up = value;
                            else
                                delete message.up;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.rttMs = value;
                            else
                                delete message.rttMs;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.reason = value;
                            else
                                delete message.reason;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return LinkInfo;
        })();

        v1.KeyReadiness = (function() {

            /**
             * Properties of a KeyReadiness.
             * @typedef {Object} permafrost.v1.KeyReadiness.$Properties
             * @property {string} [name] KeyReadiness name
             * @property {boolean} [ready] KeyReadiness ready
             * @property {number} [need] KeyReadiness need
             * @property {number} [have] KeyReadiness have
             * @property {Array.<string>} [down] KeyReadiness down
             * @property {string} [why] KeyReadiness why
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a KeyReadiness.
             * @memberof permafrost.v1
             * @interface IKeyReadiness
             * @augments permafrost.v1.KeyReadiness.$Properties
             * @deprecated Use permafrost.v1.KeyReadiness.$Properties instead.
             */

            /**
             * Shape of a KeyReadiness.
             * @typedef {permafrost.v1.KeyReadiness.$Properties} permafrost.v1.KeyReadiness.$Shape
             */

            /**
             * Constructs a new KeyReadiness.
             * @memberof permafrost.v1
             * @classdesc Represents a KeyReadiness.
             * @constructor
             * @param {permafrost.v1.KeyReadiness.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const KeyReadiness = function (properties) {
                this.down = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * KeyReadiness name.
             * @member {string} name
             * @memberof permafrost.v1.KeyReadiness
             * @instance
             */
            KeyReadiness.prototype.name = "";

            /**
             * KeyReadiness ready.
             * @member {boolean} ready
             * @memberof permafrost.v1.KeyReadiness
             * @instance
             */
            KeyReadiness.prototype.ready = false;

            /**
             * KeyReadiness need.
             * @member {number} need
             * @memberof permafrost.v1.KeyReadiness
             * @instance
             */
            KeyReadiness.prototype.need = 0;

            /**
             * KeyReadiness have.
             * @member {number} have
             * @memberof permafrost.v1.KeyReadiness
             * @instance
             */
            KeyReadiness.prototype.have = 0;

            /**
             * KeyReadiness down.
             * @member {Array.<string>} down
             * @memberof permafrost.v1.KeyReadiness
             * @instance
             */
            KeyReadiness.prototype.down = $util.emptyArray;

            /**
             * KeyReadiness why.
             * @member {string} why
             * @memberof permafrost.v1.KeyReadiness
             * @instance
             */
            KeyReadiness.prototype.why = "";

            /**
             * Creates a new KeyReadiness instance using the specified properties.
             * @function create
             * @memberof permafrost.v1.KeyReadiness
             * @static
             * @param {permafrost.v1.KeyReadiness.$Properties=} [properties] Properties to set
             * @returns {permafrost.v1.KeyReadiness} KeyReadiness instance
             * @type {{
             *   (properties: permafrost.v1.KeyReadiness.$Shape): permafrost.v1.KeyReadiness & permafrost.v1.KeyReadiness.$Shape;
             *   (properties?: permafrost.v1.KeyReadiness.$Properties): permafrost.v1.KeyReadiness;
             * }}
             */
            KeyReadiness.create = function(properties) {
                return new KeyReadiness(properties);
            };

            /**
             * Encodes the specified KeyReadiness message. Does not implicitly {@link permafrost.v1.KeyReadiness.verify|verify} messages.
             * @function encode
             * @memberof permafrost.v1.KeyReadiness
             * @static
             * @param {permafrost.v1.KeyReadiness.$Properties} message KeyReadiness message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            KeyReadiness.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.name);
                if (message.ready != null && $Object.hasOwnProperty.call(message, "ready") && message.ready !== false)
                    writer.uint32(/* id 2, wireType 0 =*/16).bool(message.ready);
                if (message.need != null && $Object.hasOwnProperty.call(message, "need") && message.need !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.need);
                if (message.have != null && $Object.hasOwnProperty.call(message, "have") && message.have !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.have);
                if (message.down != null && message.down.length)
                    for (let i = 0; i < message.down.length; ++i)
                        writer.uint32(/* id 5, wireType 2 =*/42).string(message.down[i]);
                if (message.why != null && $Object.hasOwnProperty.call(message, "why") && message.why !== "")
                    writer.uint32(/* id 6, wireType 2 =*/50).string(message.why);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a KeyReadiness message from the specified reader or buffer.
             * @function decode
             * @memberof permafrost.v1.KeyReadiness
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {permafrost.v1.KeyReadiness & permafrost.v1.KeyReadiness.$Shape} KeyReadiness
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            KeyReadiness.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.permafrost.v1.KeyReadiness();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.name = value;
                            else
                                delete message.name;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.ready = value;
                            else
                                delete message.ready;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.need = value;
                            else
                                delete message.need;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.have = value;
                            else
                                delete message.have;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if (!(message.down && message.down.length))
                                message.down = [];
                            message.down.push(reader.stringVerify());
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.why = value;
                            else
                                delete message.why;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return KeyReadiness;
        })();

        v1.BlameEntry = (function() {

            /**
             * Properties of a BlameEntry.
             * @typedef {Object} permafrost.v1.BlameEntry.$Properties
             * @property {string} [node] BlameEntry node
             * @property {string} [code] BlameEntry code
             * @property {number} [count] BlameEntry count
             * @property {Array.<string>} [files] BlameEntry files
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a BlameEntry.
             * @memberof permafrost.v1
             * @interface IBlameEntry
             * @augments permafrost.v1.BlameEntry.$Properties
             * @deprecated Use permafrost.v1.BlameEntry.$Properties instead.
             */

            /**
             * Shape of a BlameEntry.
             * @typedef {permafrost.v1.BlameEntry.$Properties} permafrost.v1.BlameEntry.$Shape
             */

            /**
             * Constructs a new BlameEntry.
             * @memberof permafrost.v1
             * @classdesc Represents a BlameEntry.
             * @constructor
             * @param {permafrost.v1.BlameEntry.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const BlameEntry = function (properties) {
                this.files = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * BlameEntry node.
             * @member {string} node
             * @memberof permafrost.v1.BlameEntry
             * @instance
             */
            BlameEntry.prototype.node = "";

            /**
             * BlameEntry code.
             * @member {string} code
             * @memberof permafrost.v1.BlameEntry
             * @instance
             */
            BlameEntry.prototype.code = "";

            /**
             * BlameEntry count.
             * @member {number} count
             * @memberof permafrost.v1.BlameEntry
             * @instance
             */
            BlameEntry.prototype.count = 0;

            /**
             * BlameEntry files.
             * @member {Array.<string>} files
             * @memberof permafrost.v1.BlameEntry
             * @instance
             */
            BlameEntry.prototype.files = $util.emptyArray;

            /**
             * Creates a new BlameEntry instance using the specified properties.
             * @function create
             * @memberof permafrost.v1.BlameEntry
             * @static
             * @param {permafrost.v1.BlameEntry.$Properties=} [properties] Properties to set
             * @returns {permafrost.v1.BlameEntry} BlameEntry instance
             * @type {{
             *   (properties: permafrost.v1.BlameEntry.$Shape): permafrost.v1.BlameEntry & permafrost.v1.BlameEntry.$Shape;
             *   (properties?: permafrost.v1.BlameEntry.$Properties): permafrost.v1.BlameEntry;
             * }}
             */
            BlameEntry.create = function(properties) {
                return new BlameEntry(properties);
            };

            /**
             * Encodes the specified BlameEntry message. Does not implicitly {@link permafrost.v1.BlameEntry.verify|verify} messages.
             * @function encode
             * @memberof permafrost.v1.BlameEntry
             * @static
             * @param {permafrost.v1.BlameEntry.$Properties} message BlameEntry message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            BlameEntry.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.node != null && $Object.hasOwnProperty.call(message, "node") && message.node !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.node);
                if (message.code != null && $Object.hasOwnProperty.call(message, "code") && message.code !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.code);
                if (message.count != null && $Object.hasOwnProperty.call(message, "count") && message.count !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.count);
                if (message.files != null && message.files.length)
                    for (let i = 0; i < message.files.length; ++i)
                        writer.uint32(/* id 4, wireType 2 =*/34).string(message.files[i]);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a BlameEntry message from the specified reader or buffer.
             * @function decode
             * @memberof permafrost.v1.BlameEntry
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {permafrost.v1.BlameEntry & permafrost.v1.BlameEntry.$Shape} BlameEntry
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            BlameEntry.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.permafrost.v1.BlameEntry();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.node = value;
                            else
                                delete message.node;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.code = value;
                            else
                                delete message.code;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.count = value;
                            else
                                delete message.count;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if (!(message.files && message.files.length))
                                message.files = [];
                            message.files.push(reader.stringVerify());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return BlameEntry;
        })();

        v1.NodeStatus = (function() {

            /**
             * Properties of a NodeStatus.
             * @typedef {Object} permafrost.v1.NodeStatus.$Properties
             * @property {boolean} [ready] NodeStatus ready
             * @property {string} [node] NodeStatus node
             * @property {Array.<permafrost.v1.KeyReadiness.$Properties>} [keys] NodeStatus keys
             * @property {Array.<permafrost.v1.LinkInfo.$Properties>} [links] NodeStatus links
             * @property {Array.<string>} [warnings] NodeStatus warnings
             * @property {Array.<permafrost.v1.BlameEntry.$Properties>} [blame] NodeStatus blame
             * @property {number} [nodesUp] NodeStatus nodesUp
             * @property {number} [nodes] NodeStatus nodes
             * @property {string} [backend] NodeStatus backend
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a NodeStatus.
             * @memberof permafrost.v1
             * @interface INodeStatus
             * @augments permafrost.v1.NodeStatus.$Properties
             * @deprecated Use permafrost.v1.NodeStatus.$Properties instead.
             */

            /**
             * Shape of a NodeStatus.
             * @typedef {permafrost.v1.NodeStatus.$Properties} permafrost.v1.NodeStatus.$Shape
             */

            /**
             * Constructs a new NodeStatus.
             * @memberof permafrost.v1
             * @classdesc Represents a NodeStatus.
             * @constructor
             * @param {permafrost.v1.NodeStatus.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const NodeStatus = function (properties) {
                this.keys = [];
                this.links = [];
                this.warnings = [];
                this.blame = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * NodeStatus ready.
             * @member {boolean} ready
             * @memberof permafrost.v1.NodeStatus
             * @instance
             */
            NodeStatus.prototype.ready = false;

            /**
             * NodeStatus node.
             * @member {string} node
             * @memberof permafrost.v1.NodeStatus
             * @instance
             */
            NodeStatus.prototype.node = "";

            /**
             * NodeStatus keys.
             * @member {Array.<permafrost.v1.KeyReadiness>} keys
             * @memberof permafrost.v1.NodeStatus
             * @instance
             */
            NodeStatus.prototype.keys = $util.emptyArray;

            /**
             * NodeStatus links.
             * @member {Array.<permafrost.v1.LinkInfo>} links
             * @memberof permafrost.v1.NodeStatus
             * @instance
             */
            NodeStatus.prototype.links = $util.emptyArray;

            /**
             * NodeStatus warnings.
             * @member {Array.<string>} warnings
             * @memberof permafrost.v1.NodeStatus
             * @instance
             */
            NodeStatus.prototype.warnings = $util.emptyArray;

            /**
             * NodeStatus blame.
             * @member {Array.<permafrost.v1.BlameEntry>} blame
             * @memberof permafrost.v1.NodeStatus
             * @instance
             */
            NodeStatus.prototype.blame = $util.emptyArray;

            /**
             * NodeStatus nodesUp.
             * @member {number} nodesUp
             * @memberof permafrost.v1.NodeStatus
             * @instance
             */
            NodeStatus.prototype.nodesUp = 0;

            /**
             * NodeStatus nodes.
             * @member {number} nodes
             * @memberof permafrost.v1.NodeStatus
             * @instance
             */
            NodeStatus.prototype.nodes = 0;

            /**
             * NodeStatus backend.
             * @member {string} backend
             * @memberof permafrost.v1.NodeStatus
             * @instance
             */
            NodeStatus.prototype.backend = "";

            /**
             * Creates a new NodeStatus instance using the specified properties.
             * @function create
             * @memberof permafrost.v1.NodeStatus
             * @static
             * @param {permafrost.v1.NodeStatus.$Properties=} [properties] Properties to set
             * @returns {permafrost.v1.NodeStatus} NodeStatus instance
             * @type {{
             *   (properties: permafrost.v1.NodeStatus.$Shape): permafrost.v1.NodeStatus & permafrost.v1.NodeStatus.$Shape;
             *   (properties?: permafrost.v1.NodeStatus.$Properties): permafrost.v1.NodeStatus;
             * }}
             */
            NodeStatus.create = function(properties) {
                return new NodeStatus(properties);
            };

            /**
             * Encodes the specified NodeStatus message. Does not implicitly {@link permafrost.v1.NodeStatus.verify|verify} messages.
             * @function encode
             * @memberof permafrost.v1.NodeStatus
             * @static
             * @param {permafrost.v1.NodeStatus.$Properties} message NodeStatus message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            NodeStatus.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.ready != null && $Object.hasOwnProperty.call(message, "ready") && message.ready !== false)
                    writer.uint32(/* id 1, wireType 0 =*/8).bool(message.ready);
                if (message.node != null && $Object.hasOwnProperty.call(message, "node") && message.node !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.node);
                if (message.keys != null && message.keys.length)
                    for (let i = 0; i < message.keys.length; ++i)
                        $root.permafrost.v1.KeyReadiness.encode(message.keys[i], writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.links != null && message.links.length)
                    for (let i = 0; i < message.links.length; ++i)
                        $root.permafrost.v1.LinkInfo.encode(message.links[i], writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.warnings != null && message.warnings.length)
                    for (let i = 0; i < message.warnings.length; ++i)
                        writer.uint32(/* id 5, wireType 2 =*/42).string(message.warnings[i]);
                if (message.blame != null && message.blame.length)
                    for (let i = 0; i < message.blame.length; ++i)
                        $root.permafrost.v1.BlameEntry.encode(message.blame[i], writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
                if (message.nodesUp != null && $Object.hasOwnProperty.call(message, "nodesUp") && message.nodesUp !== 0)
                    writer.uint32(/* id 7, wireType 0 =*/56).uint32(message.nodesUp);
                if (message.nodes != null && $Object.hasOwnProperty.call(message, "nodes") && message.nodes !== 0)
                    writer.uint32(/* id 8, wireType 0 =*/64).uint32(message.nodes);
                if (message.backend != null && $Object.hasOwnProperty.call(message, "backend") && message.backend !== "")
                    writer.uint32(/* id 9, wireType 2 =*/74).string(message.backend);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a NodeStatus message from the specified reader or buffer.
             * @function decode
             * @memberof permafrost.v1.NodeStatus
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {permafrost.v1.NodeStatus & permafrost.v1.NodeStatus.$Shape} NodeStatus
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            NodeStatus.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.permafrost.v1.NodeStatus();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.ready = value;
                            else
                                delete message.ready;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.node = value;
                            else
                                delete message.node;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (!(message.keys && message.keys.length))
                                message.keys = [];
                            message.keys.push($root.permafrost.v1.KeyReadiness.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if (!(message.links && message.links.length))
                                message.links = [];
                            message.links.push($root.permafrost.v1.LinkInfo.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if (!(message.warnings && message.warnings.length))
                                message.warnings = [];
                            message.warnings.push(reader.stringVerify());
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if (!(message.blame && message.blame.length))
                                message.blame = [];
                            message.blame.push($root.permafrost.v1.BlameEntry.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 7: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.nodesUp = value;
                            else
                                delete message.nodesUp;
                            continue;
                        }
                    case 8: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.nodes = value;
                            else
                                delete message.nodes;
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.backend = value;
                            else
                                delete message.backend;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return NodeStatus;
        })();

        v1.KeyListRequest = (function() {

            /**
             * Properties of a KeyListRequest.
             * @typedef {Object} permafrost.v1.KeyListRequest.$Properties
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a KeyListRequest.
             * @memberof permafrost.v1
             * @interface IKeyListRequest
             * @augments permafrost.v1.KeyListRequest.$Properties
             * @deprecated Use permafrost.v1.KeyListRequest.$Properties instead.
             */

            /**
             * Shape of a KeyListRequest.
             * @typedef {permafrost.v1.KeyListRequest.$Properties} permafrost.v1.KeyListRequest.$Shape
             */

            /**
             * Constructs a new KeyListRequest.
             * @memberof permafrost.v1
             * @classdesc Represents a KeyListRequest.
             * @constructor
             * @param {permafrost.v1.KeyListRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const KeyListRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Creates a new KeyListRequest instance using the specified properties.
             * @function create
             * @memberof permafrost.v1.KeyListRequest
             * @static
             * @param {permafrost.v1.KeyListRequest.$Properties=} [properties] Properties to set
             * @returns {permafrost.v1.KeyListRequest} KeyListRequest instance
             * @type {{
             *   (properties: permafrost.v1.KeyListRequest.$Shape): permafrost.v1.KeyListRequest & permafrost.v1.KeyListRequest.$Shape;
             *   (properties?: permafrost.v1.KeyListRequest.$Properties): permafrost.v1.KeyListRequest;
             * }}
             */
            KeyListRequest.create = function(properties) {
                return new KeyListRequest(properties);
            };

            /**
             * Encodes the specified KeyListRequest message. Does not implicitly {@link permafrost.v1.KeyListRequest.verify|verify} messages.
             * @function encode
             * @memberof permafrost.v1.KeyListRequest
             * @static
             * @param {permafrost.v1.KeyListRequest.$Properties} message KeyListRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            KeyListRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a KeyListRequest message from the specified reader or buffer.
             * @function decode
             * @memberof permafrost.v1.KeyListRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {permafrost.v1.KeyListRequest & permafrost.v1.KeyListRequest.$Shape} KeyListRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            KeyListRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.permafrost.v1.KeyListRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    reader.skipType(tag & 7, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return KeyListRequest;
        })();

        v1.KeyList = (function() {

            /**
             * Properties of a KeyList.
             * @typedef {Object} permafrost.v1.KeyList.$Properties
             * @property {Array.<permafrost.v1.KeyInfo.$Properties>} [keys] KeyList keys
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a KeyList.
             * @memberof permafrost.v1
             * @interface IKeyList
             * @augments permafrost.v1.KeyList.$Properties
             * @deprecated Use permafrost.v1.KeyList.$Properties instead.
             */

            /**
             * Shape of a KeyList.
             * @typedef {permafrost.v1.KeyList.$Properties} permafrost.v1.KeyList.$Shape
             */

            /**
             * Constructs a new KeyList.
             * @memberof permafrost.v1
             * @classdesc Represents a KeyList.
             * @constructor
             * @param {permafrost.v1.KeyList.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const KeyList = function (properties) {
                this.keys = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * KeyList keys.
             * @member {Array.<permafrost.v1.KeyInfo>} keys
             * @memberof permafrost.v1.KeyList
             * @instance
             */
            KeyList.prototype.keys = $util.emptyArray;

            /**
             * Creates a new KeyList instance using the specified properties.
             * @function create
             * @memberof permafrost.v1.KeyList
             * @static
             * @param {permafrost.v1.KeyList.$Properties=} [properties] Properties to set
             * @returns {permafrost.v1.KeyList} KeyList instance
             * @type {{
             *   (properties: permafrost.v1.KeyList.$Shape): permafrost.v1.KeyList & permafrost.v1.KeyList.$Shape;
             *   (properties?: permafrost.v1.KeyList.$Properties): permafrost.v1.KeyList;
             * }}
             */
            KeyList.create = function(properties) {
                return new KeyList(properties);
            };

            /**
             * Encodes the specified KeyList message. Does not implicitly {@link permafrost.v1.KeyList.verify|verify} messages.
             * @function encode
             * @memberof permafrost.v1.KeyList
             * @static
             * @param {permafrost.v1.KeyList.$Properties} message KeyList message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            KeyList.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.keys != null && message.keys.length)
                    for (let i = 0; i < message.keys.length; ++i)
                        $root.permafrost.v1.KeyInfo.encode(message.keys[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a KeyList message from the specified reader or buffer.
             * @function decode
             * @memberof permafrost.v1.KeyList
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {permafrost.v1.KeyList & permafrost.v1.KeyList.$Shape} KeyList
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            KeyList.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.permafrost.v1.KeyList();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.keys && message.keys.length))
                                message.keys = [];
                            message.keys.push($root.permafrost.v1.KeyInfo.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return KeyList;
        })();

        v1.KeyGetRequest = (function() {

            /**
             * Properties of a KeyGetRequest.
             * @typedef {Object} permafrost.v1.KeyGetRequest.$Properties
             * @property {string} [name] KeyGetRequest name
             * @property {boolean} [proof] KeyGetRequest proof
             * @property {boolean} [lineage] KeyGetRequest lineage
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a KeyGetRequest.
             * @memberof permafrost.v1
             * @interface IKeyGetRequest
             * @augments permafrost.v1.KeyGetRequest.$Properties
             * @deprecated Use permafrost.v1.KeyGetRequest.$Properties instead.
             */

            /**
             * Shape of a KeyGetRequest.
             * @typedef {permafrost.v1.KeyGetRequest.$Properties} permafrost.v1.KeyGetRequest.$Shape
             */

            /**
             * Constructs a new KeyGetRequest.
             * @memberof permafrost.v1
             * @classdesc Represents a KeyGetRequest.
             * @constructor
             * @param {permafrost.v1.KeyGetRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const KeyGetRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * KeyGetRequest name.
             * @member {string} name
             * @memberof permafrost.v1.KeyGetRequest
             * @instance
             */
            KeyGetRequest.prototype.name = "";

            /**
             * KeyGetRequest proof.
             * @member {boolean} proof
             * @memberof permafrost.v1.KeyGetRequest
             * @instance
             */
            KeyGetRequest.prototype.proof = false;

            /**
             * KeyGetRequest lineage.
             * @member {boolean} lineage
             * @memberof permafrost.v1.KeyGetRequest
             * @instance
             */
            KeyGetRequest.prototype.lineage = false;

            /**
             * Creates a new KeyGetRequest instance using the specified properties.
             * @function create
             * @memberof permafrost.v1.KeyGetRequest
             * @static
             * @param {permafrost.v1.KeyGetRequest.$Properties=} [properties] Properties to set
             * @returns {permafrost.v1.KeyGetRequest} KeyGetRequest instance
             * @type {{
             *   (properties: permafrost.v1.KeyGetRequest.$Shape): permafrost.v1.KeyGetRequest & permafrost.v1.KeyGetRequest.$Shape;
             *   (properties?: permafrost.v1.KeyGetRequest.$Properties): permafrost.v1.KeyGetRequest;
             * }}
             */
            KeyGetRequest.create = function(properties) {
                return new KeyGetRequest(properties);
            };

            /**
             * Encodes the specified KeyGetRequest message. Does not implicitly {@link permafrost.v1.KeyGetRequest.verify|verify} messages.
             * @function encode
             * @memberof permafrost.v1.KeyGetRequest
             * @static
             * @param {permafrost.v1.KeyGetRequest.$Properties} message KeyGetRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            KeyGetRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.name);
                if (message.proof != null && $Object.hasOwnProperty.call(message, "proof") && message.proof !== false)
                    writer.uint32(/* id 2, wireType 0 =*/16).bool(message.proof);
                if (message.lineage != null && $Object.hasOwnProperty.call(message, "lineage") && message.lineage !== false)
                    writer.uint32(/* id 3, wireType 0 =*/24).bool(message.lineage);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a KeyGetRequest message from the specified reader or buffer.
             * @function decode
             * @memberof permafrost.v1.KeyGetRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {permafrost.v1.KeyGetRequest & permafrost.v1.KeyGetRequest.$Shape} KeyGetRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            KeyGetRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.permafrost.v1.KeyGetRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.name = value;
                            else
                                delete message.name;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.proof = value;
                            else
                                delete message.proof;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.lineage = value;
                            else
                                delete message.lineage;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return KeyGetRequest;
        })();

        v1.KeyInfo = (function() {

            /**
             * Properties of a KeyInfo.
             * @typedef {Object} permafrost.v1.KeyInfo.$Properties
             * @property {string} [name] KeyInfo name
             * @property {Uint8Array} [id] KeyInfo id
             * @property {string} [suite] KeyInfo suite
             * @property {number} [threshold] KeyInfo threshold
             * @property {Array.<string>} [members] KeyInfo members
             * @property {number} [epoch] KeyInfo epoch
             * @property {string} [state] KeyInfo state
             * @property {string} [purpose] KeyInfo purpose
             * @property {Uint8Array} [publicKey] KeyInfo publicKey
             * @property {Uint8Array} [epochId] KeyInfo epochId
             * @property {Array.<string>} [requesters] KeyInfo requesters
             * @property {Array.<Uint8Array>} [memberHosts] KeyInfo memberHosts
             * @property {permafrost.v1.KeyProof.$Properties} [proof] KeyInfo proof
             * @property {number|Long} [pendingMs] KeyInfo pendingMs
             * @property {Array.<string>} [waitsFor] KeyInfo waitsFor
             * @property {Array.<Uint8Array>} [destroys] KeyInfo destroys
             * @property {Uint8Array} [groupKey] KeyInfo groupKey
             * @property {number|Long} [nextNumber] KeyInfo nextNumber
             * @property {Uint8Array} [lineage] KeyInfo lineage
             * @property {string} [grade] KeyInfo grade
             * @property {Array.<string>} [down] KeyInfo down
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a KeyInfo.
             * @memberof permafrost.v1
             * @interface IKeyInfo
             * @augments permafrost.v1.KeyInfo.$Properties
             * @deprecated Use permafrost.v1.KeyInfo.$Properties instead.
             */

            /**
             * Shape of a KeyInfo.
             * @typedef {permafrost.v1.KeyInfo.$Properties} permafrost.v1.KeyInfo.$Shape
             */

            /**
             * Constructs a new KeyInfo.
             * @memberof permafrost.v1
             * @classdesc Represents a KeyInfo.
             * @constructor
             * @param {permafrost.v1.KeyInfo.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const KeyInfo = function (properties) {
                this.members = [];
                this.requesters = [];
                this.memberHosts = [];
                this.waitsFor = [];
                this.destroys = [];
                this.down = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * KeyInfo name.
             * @member {string} name
             * @memberof permafrost.v1.KeyInfo
             * @instance
             */
            KeyInfo.prototype.name = "";

            /**
             * KeyInfo id.
             * @member {Uint8Array} id
             * @memberof permafrost.v1.KeyInfo
             * @instance
             */
            KeyInfo.prototype.id = $util.newBuffer([]);

            /**
             * KeyInfo suite.
             * @member {string} suite
             * @memberof permafrost.v1.KeyInfo
             * @instance
             */
            KeyInfo.prototype.suite = "";

            /**
             * KeyInfo threshold.
             * @member {number} threshold
             * @memberof permafrost.v1.KeyInfo
             * @instance
             */
            KeyInfo.prototype.threshold = 0;

            /**
             * KeyInfo members.
             * @member {Array.<string>} members
             * @memberof permafrost.v1.KeyInfo
             * @instance
             */
            KeyInfo.prototype.members = $util.emptyArray;

            /**
             * KeyInfo epoch.
             * @member {number} epoch
             * @memberof permafrost.v1.KeyInfo
             * @instance
             */
            KeyInfo.prototype.epoch = 0;

            /**
             * KeyInfo state.
             * @member {string} state
             * @memberof permafrost.v1.KeyInfo
             * @instance
             */
            KeyInfo.prototype.state = "";

            /**
             * KeyInfo purpose.
             * @member {string} purpose
             * @memberof permafrost.v1.KeyInfo
             * @instance
             */
            KeyInfo.prototype.purpose = "";

            /**
             * KeyInfo publicKey.
             * @member {Uint8Array} publicKey
             * @memberof permafrost.v1.KeyInfo
             * @instance
             */
            KeyInfo.prototype.publicKey = $util.newBuffer([]);

            /**
             * KeyInfo epochId.
             * @member {Uint8Array} epochId
             * @memberof permafrost.v1.KeyInfo
             * @instance
             */
            KeyInfo.prototype.epochId = $util.newBuffer([]);

            /**
             * KeyInfo requesters.
             * @member {Array.<string>} requesters
             * @memberof permafrost.v1.KeyInfo
             * @instance
             */
            KeyInfo.prototype.requesters = $util.emptyArray;

            /**
             * KeyInfo memberHosts.
             * @member {Array.<Uint8Array>} memberHosts
             * @memberof permafrost.v1.KeyInfo
             * @instance
             */
            KeyInfo.prototype.memberHosts = $util.emptyArray;

            /**
             * KeyInfo proof.
             * @member {permafrost.v1.KeyProof} proof
             * @memberof permafrost.v1.KeyInfo
             * @instance
             */
            KeyInfo.prototype.proof = null;

            /**
             * KeyInfo pendingMs.
             * @member {number|Long} pendingMs
             * @memberof permafrost.v1.KeyInfo
             * @instance
             */
            KeyInfo.prototype.pendingMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * KeyInfo waitsFor.
             * @member {Array.<string>} waitsFor
             * @memberof permafrost.v1.KeyInfo
             * @instance
             */
            KeyInfo.prototype.waitsFor = $util.emptyArray;

            /**
             * KeyInfo destroys.
             * @member {Array.<Uint8Array>} destroys
             * @memberof permafrost.v1.KeyInfo
             * @instance
             */
            KeyInfo.prototype.destroys = $util.emptyArray;

            /**
             * KeyInfo groupKey.
             * @member {Uint8Array} groupKey
             * @memberof permafrost.v1.KeyInfo
             * @instance
             */
            KeyInfo.prototype.groupKey = $util.newBuffer([]);

            /**
             * KeyInfo nextNumber.
             * @member {number|Long} nextNumber
             * @memberof permafrost.v1.KeyInfo
             * @instance
             */
            KeyInfo.prototype.nextNumber = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * KeyInfo lineage.
             * @member {Uint8Array} lineage
             * @memberof permafrost.v1.KeyInfo
             * @instance
             */
            KeyInfo.prototype.lineage = $util.newBuffer([]);

            /**
             * KeyInfo grade.
             * @member {string} grade
             * @memberof permafrost.v1.KeyInfo
             * @instance
             */
            KeyInfo.prototype.grade = "";

            /**
             * KeyInfo down.
             * @member {Array.<string>} down
             * @memberof permafrost.v1.KeyInfo
             * @instance
             */
            KeyInfo.prototype.down = $util.emptyArray;

            /**
             * Creates a new KeyInfo instance using the specified properties.
             * @function create
             * @memberof permafrost.v1.KeyInfo
             * @static
             * @param {permafrost.v1.KeyInfo.$Properties=} [properties] Properties to set
             * @returns {permafrost.v1.KeyInfo} KeyInfo instance
             * @type {{
             *   (properties: permafrost.v1.KeyInfo.$Shape): permafrost.v1.KeyInfo & permafrost.v1.KeyInfo.$Shape;
             *   (properties?: permafrost.v1.KeyInfo.$Properties): permafrost.v1.KeyInfo;
             * }}
             */
            KeyInfo.create = function(properties) {
                return new KeyInfo(properties);
            };

            /**
             * Encodes the specified KeyInfo message. Does not implicitly {@link permafrost.v1.KeyInfo.verify|verify} messages.
             * @function encode
             * @memberof permafrost.v1.KeyInfo
             * @static
             * @param {permafrost.v1.KeyInfo.$Properties} message KeyInfo message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            KeyInfo.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.name);
                if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.id);
                if (message.suite != null && $Object.hasOwnProperty.call(message, "suite") && message.suite !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.suite);
                if (message.threshold != null && $Object.hasOwnProperty.call(message, "threshold") && message.threshold !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.threshold);
                if (message.members != null && message.members.length)
                    for (let i = 0; i < message.members.length; ++i)
                        writer.uint32(/* id 5, wireType 2 =*/42).string(message.members[i]);
                if (message.epoch != null && $Object.hasOwnProperty.call(message, "epoch") && message.epoch !== 0)
                    writer.uint32(/* id 6, wireType 0 =*/48).uint32(message.epoch);
                if (message.state != null && $Object.hasOwnProperty.call(message, "state") && message.state !== "")
                    writer.uint32(/* id 7, wireType 2 =*/58).string(message.state);
                if (message.purpose != null && $Object.hasOwnProperty.call(message, "purpose") && message.purpose !== "")
                    writer.uint32(/* id 8, wireType 2 =*/66).string(message.purpose);
                if (message.publicKey != null && $Object.hasOwnProperty.call(message, "publicKey") && message.publicKey.length)
                    writer.uint32(/* id 9, wireType 2 =*/74).bytes(message.publicKey);
                if (message.epochId != null && $Object.hasOwnProperty.call(message, "epochId") && message.epochId.length)
                    writer.uint32(/* id 10, wireType 2 =*/82).bytes(message.epochId);
                if (message.requesters != null && message.requesters.length)
                    for (let i = 0; i < message.requesters.length; ++i)
                        writer.uint32(/* id 11, wireType 2 =*/90).string(message.requesters[i]);
                if (message.memberHosts != null && message.memberHosts.length)
                    for (let i = 0; i < message.memberHosts.length; ++i)
                        writer.uint32(/* id 12, wireType 2 =*/98).bytes(message.memberHosts[i]);
                if (message.proof != null && $Object.hasOwnProperty.call(message, "proof"))
                    $root.permafrost.v1.KeyProof.encode(message.proof, writer.uint32(/* id 13, wireType 2 =*/106).fork(), _depth + 1).ldelim();
                if (message.pendingMs != null && $Object.hasOwnProperty.call(message, "pendingMs") && (typeof message.pendingMs === "object" ? message.pendingMs.low || message.pendingMs.high : message.pendingMs !== 0))
                    writer.uint32(/* id 14, wireType 0 =*/112).uint64(message.pendingMs);
                if (message.waitsFor != null && message.waitsFor.length)
                    for (let i = 0; i < message.waitsFor.length; ++i)
                        writer.uint32(/* id 15, wireType 2 =*/122).string(message.waitsFor[i]);
                if (message.destroys != null && message.destroys.length)
                    for (let i = 0; i < message.destroys.length; ++i)
                        writer.uint32(/* id 16, wireType 2 =*/130).bytes(message.destroys[i]);
                if (message.groupKey != null && $Object.hasOwnProperty.call(message, "groupKey") && message.groupKey.length)
                    writer.uint32(/* id 20, wireType 2 =*/162).bytes(message.groupKey);
                if (message.nextNumber != null && $Object.hasOwnProperty.call(message, "nextNumber") && (typeof message.nextNumber === "object" ? message.nextNumber.low || message.nextNumber.high : message.nextNumber !== 0))
                    writer.uint32(/* id 21, wireType 0 =*/168).uint64(message.nextNumber);
                if (message.lineage != null && $Object.hasOwnProperty.call(message, "lineage") && message.lineage.length)
                    writer.uint32(/* id 22, wireType 2 =*/178).bytes(message.lineage);
                if (message.grade != null && $Object.hasOwnProperty.call(message, "grade") && message.grade !== "")
                    writer.uint32(/* id 23, wireType 2 =*/186).string(message.grade);
                if (message.down != null && message.down.length)
                    for (let i = 0; i < message.down.length; ++i)
                        writer.uint32(/* id 24, wireType 2 =*/194).string(message.down[i]);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a KeyInfo message from the specified reader or buffer.
             * @function decode
             * @memberof permafrost.v1.KeyInfo
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {permafrost.v1.KeyInfo & permafrost.v1.KeyInfo.$Shape} KeyInfo
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            KeyInfo.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.permafrost.v1.KeyInfo();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.name = value;
                            else
                                delete message.name;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.id = value;
                            else
                                delete message.id;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.suite = value;
                            else
                                delete message.suite;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.threshold = value;
                            else
                                delete message.threshold;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if (!(message.members && message.members.length))
                                message.members = [];
                            message.members.push(reader.stringVerify());
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.epoch = value;
                            else
                                delete message.epoch;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.state = value;
                            else
                                delete message.state;
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.purpose = value;
                            else
                                delete message.purpose;
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.publicKey = value;
                            else
                                delete message.publicKey;
                            continue;
                        }
                    case 10: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.epochId = value;
                            else
                                delete message.epochId;
                            continue;
                        }
                    case 11: {
                            if (wireType !== 2)
                                break;
                            if (!(message.requesters && message.requesters.length))
                                message.requesters = [];
                            message.requesters.push(reader.stringVerify());
                            continue;
                        }
                    case 12: {
                            if (wireType !== 2)
                                break;
                            if (!(message.memberHosts && message.memberHosts.length))
                                message.memberHosts = [];
                            message.memberHosts.push(reader.bytes());
                            continue;
                        }
                    case 13: {
                            if (wireType !== 2)
                                break;
                            message.proof = $root.permafrost.v1.KeyProof.decode(reader, reader.size(), $undefined, _depth + 1, message.proof);
                            continue;
                        }
                    case 14: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.pendingMs = value;
                            else
                                delete message.pendingMs;
                            continue;
                        }
                    case 15: {
                            if (wireType !== 2)
                                break;
                            if (!(message.waitsFor && message.waitsFor.length))
                                message.waitsFor = [];
                            message.waitsFor.push(reader.stringVerify());
                            continue;
                        }
                    case 16: {
                            if (wireType !== 2)
                                break;
                            if (!(message.destroys && message.destroys.length))
                                message.destroys = [];
                            message.destroys.push(reader.bytes());
                            continue;
                        }
                    case 20: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.groupKey = value;
                            else
                                delete message.groupKey;
                            continue;
                        }
                    case 21: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.nextNumber = value;
                            else
                                delete message.nextNumber;
                            continue;
                        }
                    case 22: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.lineage = value;
                            else
                                delete message.lineage;
                            continue;
                        }
                    case 23: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.grade = value;
                            else
                                delete message.grade;
                            continue;
                        }
                    case 24: {
                            if (wireType !== 2)
                                break;
                            if (!(message.down && message.down.length))
                                message.down = [];
                            message.down.push(reader.stringVerify());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return KeyInfo;
        })();

        v1.KeyDeriveRequest = (function() {

            /**
             * Properties of a KeyDeriveRequest.
             * @typedef {Object} permafrost.v1.KeyDeriveRequest.$Properties
             * @property {string} [name] KeyDeriveRequest name
             * @property {string} [path] KeyDeriveRequest path
             * @property {Uint8Array} [tweak] KeyDeriveRequest tweak
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a KeyDeriveRequest.
             * @memberof permafrost.v1
             * @interface IKeyDeriveRequest
             * @augments permafrost.v1.KeyDeriveRequest.$Properties
             * @deprecated Use permafrost.v1.KeyDeriveRequest.$Properties instead.
             */

            /**
             * Shape of a KeyDeriveRequest.
             * @typedef {permafrost.v1.KeyDeriveRequest.$Properties} permafrost.v1.KeyDeriveRequest.$Shape
             */

            /**
             * Constructs a new KeyDeriveRequest.
             * @memberof permafrost.v1
             * @classdesc Represents a KeyDeriveRequest.
             * @constructor
             * @param {permafrost.v1.KeyDeriveRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const KeyDeriveRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * KeyDeriveRequest name.
             * @member {string} name
             * @memberof permafrost.v1.KeyDeriveRequest
             * @instance
             */
            KeyDeriveRequest.prototype.name = "";

            /**
             * KeyDeriveRequest path.
             * @member {string} path
             * @memberof permafrost.v1.KeyDeriveRequest
             * @instance
             */
            KeyDeriveRequest.prototype.path = "";

            /**
             * KeyDeriveRequest tweak.
             * @member {Uint8Array} tweak
             * @memberof permafrost.v1.KeyDeriveRequest
             * @instance
             */
            KeyDeriveRequest.prototype.tweak = $util.newBuffer([]);

            /**
             * Creates a new KeyDeriveRequest instance using the specified properties.
             * @function create
             * @memberof permafrost.v1.KeyDeriveRequest
             * @static
             * @param {permafrost.v1.KeyDeriveRequest.$Properties=} [properties] Properties to set
             * @returns {permafrost.v1.KeyDeriveRequest} KeyDeriveRequest instance
             * @type {{
             *   (properties: permafrost.v1.KeyDeriveRequest.$Shape): permafrost.v1.KeyDeriveRequest & permafrost.v1.KeyDeriveRequest.$Shape;
             *   (properties?: permafrost.v1.KeyDeriveRequest.$Properties): permafrost.v1.KeyDeriveRequest;
             * }}
             */
            KeyDeriveRequest.create = function(properties) {
                return new KeyDeriveRequest(properties);
            };

            /**
             * Encodes the specified KeyDeriveRequest message. Does not implicitly {@link permafrost.v1.KeyDeriveRequest.verify|verify} messages.
             * @function encode
             * @memberof permafrost.v1.KeyDeriveRequest
             * @static
             * @param {permafrost.v1.KeyDeriveRequest.$Properties} message KeyDeriveRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            KeyDeriveRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.name);
                if (message.path != null && $Object.hasOwnProperty.call(message, "path") && message.path !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.path);
                if (message.tweak != null && $Object.hasOwnProperty.call(message, "tweak") && message.tweak.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.tweak);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a KeyDeriveRequest message from the specified reader or buffer.
             * @function decode
             * @memberof permafrost.v1.KeyDeriveRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {permafrost.v1.KeyDeriveRequest & permafrost.v1.KeyDeriveRequest.$Shape} KeyDeriveRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            KeyDeriveRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.permafrost.v1.KeyDeriveRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.name = value;
                            else
                                delete message.name;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.path = value;
                            else
                                delete message.path;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.tweak = value;
                            else
                                delete message.tweak;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return KeyDeriveRequest;
        })();

        v1.KeyChild = (function() {

            /**
             * Properties of a KeyChild.
             * @typedef {Object} permafrost.v1.KeyChild.$Properties
             * @property {string} [name] KeyChild name
             * @property {Uint8Array} [id] KeyChild id
             * @property {string} [suite] KeyChild suite
             * @property {string} [path] KeyChild path
             * @property {Uint8Array} [tweak] KeyChild tweak
             * @property {Uint8Array} [publicKey] KeyChild publicKey
             * @property {Uint8Array} [rawKey] KeyChild rawKey
             * @property {Uint8Array} [element] KeyChild element
             * @property {Uint8Array} [chainCode] KeyChild chainCode
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a KeyChild.
             * @memberof permafrost.v1
             * @interface IKeyChild
             * @augments permafrost.v1.KeyChild.$Properties
             * @deprecated Use permafrost.v1.KeyChild.$Properties instead.
             */

            /**
             * Shape of a KeyChild.
             * @typedef {permafrost.v1.KeyChild.$Properties} permafrost.v1.KeyChild.$Shape
             */

            /**
             * Constructs a new KeyChild.
             * @memberof permafrost.v1
             * @classdesc Represents a KeyChild.
             * @constructor
             * @param {permafrost.v1.KeyChild.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const KeyChild = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * KeyChild name.
             * @member {string} name
             * @memberof permafrost.v1.KeyChild
             * @instance
             */
            KeyChild.prototype.name = "";

            /**
             * KeyChild id.
             * @member {Uint8Array} id
             * @memberof permafrost.v1.KeyChild
             * @instance
             */
            KeyChild.prototype.id = $util.newBuffer([]);

            /**
             * KeyChild suite.
             * @member {string} suite
             * @memberof permafrost.v1.KeyChild
             * @instance
             */
            KeyChild.prototype.suite = "";

            /**
             * KeyChild path.
             * @member {string} path
             * @memberof permafrost.v1.KeyChild
             * @instance
             */
            KeyChild.prototype.path = "";

            /**
             * KeyChild tweak.
             * @member {Uint8Array} tweak
             * @memberof permafrost.v1.KeyChild
             * @instance
             */
            KeyChild.prototype.tweak = $util.newBuffer([]);

            /**
             * KeyChild publicKey.
             * @member {Uint8Array} publicKey
             * @memberof permafrost.v1.KeyChild
             * @instance
             */
            KeyChild.prototype.publicKey = $util.newBuffer([]);

            /**
             * KeyChild rawKey.
             * @member {Uint8Array} rawKey
             * @memberof permafrost.v1.KeyChild
             * @instance
             */
            KeyChild.prototype.rawKey = $util.newBuffer([]);

            /**
             * KeyChild element.
             * @member {Uint8Array} element
             * @memberof permafrost.v1.KeyChild
             * @instance
             */
            KeyChild.prototype.element = $util.newBuffer([]);

            /**
             * KeyChild chainCode.
             * @member {Uint8Array} chainCode
             * @memberof permafrost.v1.KeyChild
             * @instance
             */
            KeyChild.prototype.chainCode = $util.newBuffer([]);

            /**
             * Creates a new KeyChild instance using the specified properties.
             * @function create
             * @memberof permafrost.v1.KeyChild
             * @static
             * @param {permafrost.v1.KeyChild.$Properties=} [properties] Properties to set
             * @returns {permafrost.v1.KeyChild} KeyChild instance
             * @type {{
             *   (properties: permafrost.v1.KeyChild.$Shape): permafrost.v1.KeyChild & permafrost.v1.KeyChild.$Shape;
             *   (properties?: permafrost.v1.KeyChild.$Properties): permafrost.v1.KeyChild;
             * }}
             */
            KeyChild.create = function(properties) {
                return new KeyChild(properties);
            };

            /**
             * Encodes the specified KeyChild message. Does not implicitly {@link permafrost.v1.KeyChild.verify|verify} messages.
             * @function encode
             * @memberof permafrost.v1.KeyChild
             * @static
             * @param {permafrost.v1.KeyChild.$Properties} message KeyChild message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            KeyChild.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.name);
                if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.id);
                if (message.suite != null && $Object.hasOwnProperty.call(message, "suite") && message.suite !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.suite);
                if (message.path != null && $Object.hasOwnProperty.call(message, "path") && message.path !== "")
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.path);
                if (message.tweak != null && $Object.hasOwnProperty.call(message, "tweak") && message.tweak.length)
                    writer.uint32(/* id 5, wireType 2 =*/42).bytes(message.tweak);
                if (message.publicKey != null && $Object.hasOwnProperty.call(message, "publicKey") && message.publicKey.length)
                    writer.uint32(/* id 6, wireType 2 =*/50).bytes(message.publicKey);
                if (message.rawKey != null && $Object.hasOwnProperty.call(message, "rawKey") && message.rawKey.length)
                    writer.uint32(/* id 7, wireType 2 =*/58).bytes(message.rawKey);
                if (message.element != null && $Object.hasOwnProperty.call(message, "element") && message.element.length)
                    writer.uint32(/* id 8, wireType 2 =*/66).bytes(message.element);
                if (message.chainCode != null && $Object.hasOwnProperty.call(message, "chainCode") && message.chainCode.length)
                    writer.uint32(/* id 9, wireType 2 =*/74).bytes(message.chainCode);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a KeyChild message from the specified reader or buffer.
             * @function decode
             * @memberof permafrost.v1.KeyChild
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {permafrost.v1.KeyChild & permafrost.v1.KeyChild.$Shape} KeyChild
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            KeyChild.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.permafrost.v1.KeyChild();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.name = value;
                            else
                                delete message.name;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.id = value;
                            else
                                delete message.id;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.suite = value;
                            else
                                delete message.suite;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.path = value;
                            else
                                delete message.path;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.tweak = value;
                            else
                                delete message.tweak;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.publicKey = value;
                            else
                                delete message.publicKey;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.rawKey = value;
                            else
                                delete message.rawKey;
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.element = value;
                            else
                                delete message.element;
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.chainCode = value;
                            else
                                delete message.chainCode;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return KeyChild;
        })();

        v1.KeyProof = (function() {

            /**
             * Properties of a KeyProof.
             * @typedef {Object} permafrost.v1.KeyProof.$Properties
             * @property {Uint8Array} [proposal] KeyProof proposal
             * @property {number|Long} [attempt] KeyProof attempt
             * @property {Array.<Uint8Array>} [joins] KeyProof joins
             * @property {Array.<Uint8Array>} [certs] KeyProof certs
             * @property {Uint8Array} [transcript] KeyProof transcript
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a KeyProof.
             * @memberof permafrost.v1
             * @interface IKeyProof
             * @augments permafrost.v1.KeyProof.$Properties
             * @deprecated Use permafrost.v1.KeyProof.$Properties instead.
             */

            /**
             * Shape of a KeyProof.
             * @typedef {permafrost.v1.KeyProof.$Properties} permafrost.v1.KeyProof.$Shape
             */

            /**
             * Constructs a new KeyProof.
             * @memberof permafrost.v1
             * @classdesc Represents a KeyProof.
             * @constructor
             * @param {permafrost.v1.KeyProof.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const KeyProof = function (properties) {
                this.joins = [];
                this.certs = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * KeyProof proposal.
             * @member {Uint8Array} proposal
             * @memberof permafrost.v1.KeyProof
             * @instance
             */
            KeyProof.prototype.proposal = $util.newBuffer([]);

            /**
             * KeyProof attempt.
             * @member {number|Long} attempt
             * @memberof permafrost.v1.KeyProof
             * @instance
             */
            KeyProof.prototype.attempt = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * KeyProof joins.
             * @member {Array.<Uint8Array>} joins
             * @memberof permafrost.v1.KeyProof
             * @instance
             */
            KeyProof.prototype.joins = $util.emptyArray;

            /**
             * KeyProof certs.
             * @member {Array.<Uint8Array>} certs
             * @memberof permafrost.v1.KeyProof
             * @instance
             */
            KeyProof.prototype.certs = $util.emptyArray;

            /**
             * KeyProof transcript.
             * @member {Uint8Array} transcript
             * @memberof permafrost.v1.KeyProof
             * @instance
             */
            KeyProof.prototype.transcript = $util.newBuffer([]);

            /**
             * Creates a new KeyProof instance using the specified properties.
             * @function create
             * @memberof permafrost.v1.KeyProof
             * @static
             * @param {permafrost.v1.KeyProof.$Properties=} [properties] Properties to set
             * @returns {permafrost.v1.KeyProof} KeyProof instance
             * @type {{
             *   (properties: permafrost.v1.KeyProof.$Shape): permafrost.v1.KeyProof & permafrost.v1.KeyProof.$Shape;
             *   (properties?: permafrost.v1.KeyProof.$Properties): permafrost.v1.KeyProof;
             * }}
             */
            KeyProof.create = function(properties) {
                return new KeyProof(properties);
            };

            /**
             * Encodes the specified KeyProof message. Does not implicitly {@link permafrost.v1.KeyProof.verify|verify} messages.
             * @function encode
             * @memberof permafrost.v1.KeyProof
             * @static
             * @param {permafrost.v1.KeyProof.$Properties} message KeyProof message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            KeyProof.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.proposal != null && $Object.hasOwnProperty.call(message, "proposal") && message.proposal.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.proposal);
                if (message.attempt != null && $Object.hasOwnProperty.call(message, "attempt") && (typeof message.attempt === "object" ? message.attempt.low || message.attempt.high : message.attempt !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.attempt);
                if (message.joins != null && message.joins.length)
                    for (let i = 0; i < message.joins.length; ++i)
                        writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.joins[i]);
                if (message.certs != null && message.certs.length)
                    for (let i = 0; i < message.certs.length; ++i)
                        writer.uint32(/* id 4, wireType 2 =*/34).bytes(message.certs[i]);
                if (message.transcript != null && $Object.hasOwnProperty.call(message, "transcript") && message.transcript.length)
                    writer.uint32(/* id 5, wireType 2 =*/42).bytes(message.transcript);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a KeyProof message from the specified reader or buffer.
             * @function decode
             * @memberof permafrost.v1.KeyProof
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {permafrost.v1.KeyProof & permafrost.v1.KeyProof.$Shape} KeyProof
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            KeyProof.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.permafrost.v1.KeyProof();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.proposal = value;
                            else
                                delete message.proposal;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.attempt = value;
                            else
                                delete message.attempt;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (!(message.joins && message.joins.length))
                                message.joins = [];
                            message.joins.push(reader.bytes());
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if (!(message.certs && message.certs.length))
                                message.certs = [];
                            message.certs.push(reader.bytes());
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.transcript = value;
                            else
                                delete message.transcript;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return KeyProof;
        })();

        v1.SignSubmitRequest = (function() {

            /**
             * Properties of a SignSubmitRequest.
             * @typedef {Object} permafrost.v1.SignSubmitRequest.$Properties
             * @property {permafrost.v1.SignatureRequest.$Properties} [request] SignSubmitRequest request
             * @property {boolean} [watch] SignSubmitRequest watch
             * @property {boolean} [forwarded] SignSubmitRequest forwarded
             * @property {boolean} [resume] SignSubmitRequest resume
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a SignSubmitRequest.
             * @memberof permafrost.v1
             * @interface ISignSubmitRequest
             * @augments permafrost.v1.SignSubmitRequest.$Properties
             * @deprecated Use permafrost.v1.SignSubmitRequest.$Properties instead.
             */

            /**
             * Shape of a SignSubmitRequest.
             * @typedef {permafrost.v1.SignSubmitRequest.$Properties} permafrost.v1.SignSubmitRequest.$Shape
             */

            /**
             * Constructs a new SignSubmitRequest.
             * @memberof permafrost.v1
             * @classdesc Represents a SignSubmitRequest.
             * @constructor
             * @param {permafrost.v1.SignSubmitRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const SignSubmitRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * SignSubmitRequest request.
             * @member {permafrost.v1.SignatureRequest} request
             * @memberof permafrost.v1.SignSubmitRequest
             * @instance
             */
            SignSubmitRequest.prototype.request = null;

            /**
             * SignSubmitRequest watch.
             * @member {boolean} watch
             * @memberof permafrost.v1.SignSubmitRequest
             * @instance
             */
            SignSubmitRequest.prototype.watch = false;

            /**
             * SignSubmitRequest forwarded.
             * @member {boolean} forwarded
             * @memberof permafrost.v1.SignSubmitRequest
             * @instance
             */
            SignSubmitRequest.prototype.forwarded = false;

            /**
             * SignSubmitRequest resume.
             * @member {boolean} resume
             * @memberof permafrost.v1.SignSubmitRequest
             * @instance
             */
            SignSubmitRequest.prototype.resume = false;

            /**
             * Creates a new SignSubmitRequest instance using the specified properties.
             * @function create
             * @memberof permafrost.v1.SignSubmitRequest
             * @static
             * @param {permafrost.v1.SignSubmitRequest.$Properties=} [properties] Properties to set
             * @returns {permafrost.v1.SignSubmitRequest} SignSubmitRequest instance
             * @type {{
             *   (properties: permafrost.v1.SignSubmitRequest.$Shape): permafrost.v1.SignSubmitRequest & permafrost.v1.SignSubmitRequest.$Shape;
             *   (properties?: permafrost.v1.SignSubmitRequest.$Properties): permafrost.v1.SignSubmitRequest;
             * }}
             */
            SignSubmitRequest.create = function(properties) {
                return new SignSubmitRequest(properties);
            };

            /**
             * Encodes the specified SignSubmitRequest message. Does not implicitly {@link permafrost.v1.SignSubmitRequest.verify|verify} messages.
             * @function encode
             * @memberof permafrost.v1.SignSubmitRequest
             * @static
             * @param {permafrost.v1.SignSubmitRequest.$Properties} message SignSubmitRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            SignSubmitRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.request != null && $Object.hasOwnProperty.call(message, "request"))
                    $root.permafrost.v1.SignatureRequest.encode(message.request, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.watch != null && $Object.hasOwnProperty.call(message, "watch") && message.watch !== false)
                    writer.uint32(/* id 2, wireType 0 =*/16).bool(message.watch);
                if (message.forwarded != null && $Object.hasOwnProperty.call(message, "forwarded") && message.forwarded !== false)
                    writer.uint32(/* id 3, wireType 0 =*/24).bool(message.forwarded);
                if (message.resume != null && $Object.hasOwnProperty.call(message, "resume") && message.resume !== false)
                    writer.uint32(/* id 4, wireType 0 =*/32).bool(message.resume);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a SignSubmitRequest message from the specified reader or buffer.
             * @function decode
             * @memberof permafrost.v1.SignSubmitRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {permafrost.v1.SignSubmitRequest & permafrost.v1.SignSubmitRequest.$Shape} SignSubmitRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            SignSubmitRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.permafrost.v1.SignSubmitRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.request = $root.permafrost.v1.SignatureRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.request);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.watch = value;
                            else
                                delete message.watch;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.forwarded = value;
                            else
                                delete message.forwarded;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.resume = value;
                            else
                                delete message.resume;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return SignSubmitRequest;
        })();

        v1.SignCancelResult = (function() {

            /**
             * Properties of a SignCancelResult.
             * @typedef {Object} permafrost.v1.SignCancelResult.$Properties
             * @property {Uint8Array} [requestId] SignCancelResult requestId
             * @property {string} [nothingSigned] SignCancelResult nothingSigned
             * @property {Array.<permafrost.v1.MemberCancelled.$Properties>} [members] SignCancelResult members
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a SignCancelResult.
             * @memberof permafrost.v1
             * @interface ISignCancelResult
             * @augments permafrost.v1.SignCancelResult.$Properties
             * @deprecated Use permafrost.v1.SignCancelResult.$Properties instead.
             */

            /**
             * Shape of a SignCancelResult.
             * @typedef {permafrost.v1.SignCancelResult.$Properties} permafrost.v1.SignCancelResult.$Shape
             */

            /**
             * Constructs a new SignCancelResult.
             * @memberof permafrost.v1
             * @classdesc Represents a SignCancelResult.
             * @constructor
             * @param {permafrost.v1.SignCancelResult.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const SignCancelResult = function (properties) {
                this.members = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * SignCancelResult requestId.
             * @member {Uint8Array} requestId
             * @memberof permafrost.v1.SignCancelResult
             * @instance
             */
            SignCancelResult.prototype.requestId = $util.newBuffer([]);

            /**
             * SignCancelResult nothingSigned.
             * @member {string} nothingSigned
             * @memberof permafrost.v1.SignCancelResult
             * @instance
             */
            SignCancelResult.prototype.nothingSigned = "";

            /**
             * SignCancelResult members.
             * @member {Array.<permafrost.v1.MemberCancelled>} members
             * @memberof permafrost.v1.SignCancelResult
             * @instance
             */
            SignCancelResult.prototype.members = $util.emptyArray;

            /**
             * Creates a new SignCancelResult instance using the specified properties.
             * @function create
             * @memberof permafrost.v1.SignCancelResult
             * @static
             * @param {permafrost.v1.SignCancelResult.$Properties=} [properties] Properties to set
             * @returns {permafrost.v1.SignCancelResult} SignCancelResult instance
             * @type {{
             *   (properties: permafrost.v1.SignCancelResult.$Shape): permafrost.v1.SignCancelResult & permafrost.v1.SignCancelResult.$Shape;
             *   (properties?: permafrost.v1.SignCancelResult.$Properties): permafrost.v1.SignCancelResult;
             * }}
             */
            SignCancelResult.create = function(properties) {
                return new SignCancelResult(properties);
            };

            /**
             * Encodes the specified SignCancelResult message. Does not implicitly {@link permafrost.v1.SignCancelResult.verify|verify} messages.
             * @function encode
             * @memberof permafrost.v1.SignCancelResult
             * @static
             * @param {permafrost.v1.SignCancelResult.$Properties} message SignCancelResult message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            SignCancelResult.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.requestId != null && $Object.hasOwnProperty.call(message, "requestId") && message.requestId.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.requestId);
                if (message.nothingSigned != null && $Object.hasOwnProperty.call(message, "nothingSigned") && message.nothingSigned !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.nothingSigned);
                if (message.members != null && message.members.length)
                    for (let i = 0; i < message.members.length; ++i)
                        $root.permafrost.v1.MemberCancelled.encode(message.members[i], writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a SignCancelResult message from the specified reader or buffer.
             * @function decode
             * @memberof permafrost.v1.SignCancelResult
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {permafrost.v1.SignCancelResult & permafrost.v1.SignCancelResult.$Shape} SignCancelResult
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            SignCancelResult.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.permafrost.v1.SignCancelResult();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.requestId = value;
                            else
                                delete message.requestId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.nothingSigned = value;
                            else
                                delete message.nothingSigned;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (!(message.members && message.members.length))
                                message.members = [];
                            message.members.push($root.permafrost.v1.MemberCancelled.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return SignCancelResult;
        })();

        v1.MemberCancelled = (function() {

            /**
             * Properties of a MemberCancelled.
             * @typedef {Object} permafrost.v1.MemberCancelled.$Properties
             * @property {Uint8Array} [hostPub] MemberCancelled hostPub
             * @property {number|Long} [sinceMs] MemberCancelled sinceMs
             * @property {Uint8Array} [signature] MemberCancelled signature
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a MemberCancelled.
             * @memberof permafrost.v1
             * @interface IMemberCancelled
             * @augments permafrost.v1.MemberCancelled.$Properties
             * @deprecated Use permafrost.v1.MemberCancelled.$Properties instead.
             */

            /**
             * Shape of a MemberCancelled.
             * @typedef {permafrost.v1.MemberCancelled.$Properties} permafrost.v1.MemberCancelled.$Shape
             */

            /**
             * Constructs a new MemberCancelled.
             * @memberof permafrost.v1
             * @classdesc Represents a MemberCancelled.
             * @constructor
             * @param {permafrost.v1.MemberCancelled.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const MemberCancelled = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * MemberCancelled hostPub.
             * @member {Uint8Array} hostPub
             * @memberof permafrost.v1.MemberCancelled
             * @instance
             */
            MemberCancelled.prototype.hostPub = $util.newBuffer([]);

            /**
             * MemberCancelled sinceMs.
             * @member {number|Long} sinceMs
             * @memberof permafrost.v1.MemberCancelled
             * @instance
             */
            MemberCancelled.prototype.sinceMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * MemberCancelled signature.
             * @member {Uint8Array} signature
             * @memberof permafrost.v1.MemberCancelled
             * @instance
             */
            MemberCancelled.prototype.signature = $util.newBuffer([]);

            /**
             * Creates a new MemberCancelled instance using the specified properties.
             * @function create
             * @memberof permafrost.v1.MemberCancelled
             * @static
             * @param {permafrost.v1.MemberCancelled.$Properties=} [properties] Properties to set
             * @returns {permafrost.v1.MemberCancelled} MemberCancelled instance
             * @type {{
             *   (properties: permafrost.v1.MemberCancelled.$Shape): permafrost.v1.MemberCancelled & permafrost.v1.MemberCancelled.$Shape;
             *   (properties?: permafrost.v1.MemberCancelled.$Properties): permafrost.v1.MemberCancelled;
             * }}
             */
            MemberCancelled.create = function(properties) {
                return new MemberCancelled(properties);
            };

            /**
             * Encodes the specified MemberCancelled message. Does not implicitly {@link permafrost.v1.MemberCancelled.verify|verify} messages.
             * @function encode
             * @memberof permafrost.v1.MemberCancelled
             * @static
             * @param {permafrost.v1.MemberCancelled.$Properties} message MemberCancelled message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            MemberCancelled.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.hostPub != null && $Object.hasOwnProperty.call(message, "hostPub") && message.hostPub.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.hostPub);
                if (message.sinceMs != null && $Object.hasOwnProperty.call(message, "sinceMs") && (typeof message.sinceMs === "object" ? message.sinceMs.low || message.sinceMs.high : message.sinceMs !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.sinceMs);
                if (message.signature != null && $Object.hasOwnProperty.call(message, "signature") && message.signature.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.signature);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a MemberCancelled message from the specified reader or buffer.
             * @function decode
             * @memberof permafrost.v1.MemberCancelled
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {permafrost.v1.MemberCancelled & permafrost.v1.MemberCancelled.$Shape} MemberCancelled
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            MemberCancelled.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.permafrost.v1.MemberCancelled();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.hostPub = value;
                            else
                                delete message.hostPub;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.sinceMs = value;
                            else
                                delete message.sinceMs;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.signature = value;
                            else
                                delete message.signature;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return MemberCancelled;
        })();

        v1.SignGetRequest = (function() {

            /**
             * Properties of a SignGetRequest.
             * @typedef {Object} permafrost.v1.SignGetRequest.$Properties
             * @property {Uint8Array} [requestId] SignGetRequest requestId
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a SignGetRequest.
             * @memberof permafrost.v1
             * @interface ISignGetRequest
             * @augments permafrost.v1.SignGetRequest.$Properties
             * @deprecated Use permafrost.v1.SignGetRequest.$Properties instead.
             */

            /**
             * Shape of a SignGetRequest.
             * @typedef {permafrost.v1.SignGetRequest.$Properties} permafrost.v1.SignGetRequest.$Shape
             */

            /**
             * Constructs a new SignGetRequest.
             * @memberof permafrost.v1
             * @classdesc Represents a SignGetRequest.
             * @constructor
             * @param {permafrost.v1.SignGetRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const SignGetRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * SignGetRequest requestId.
             * @member {Uint8Array} requestId
             * @memberof permafrost.v1.SignGetRequest
             * @instance
             */
            SignGetRequest.prototype.requestId = $util.newBuffer([]);

            /**
             * Creates a new SignGetRequest instance using the specified properties.
             * @function create
             * @memberof permafrost.v1.SignGetRequest
             * @static
             * @param {permafrost.v1.SignGetRequest.$Properties=} [properties] Properties to set
             * @returns {permafrost.v1.SignGetRequest} SignGetRequest instance
             * @type {{
             *   (properties: permafrost.v1.SignGetRequest.$Shape): permafrost.v1.SignGetRequest & permafrost.v1.SignGetRequest.$Shape;
             *   (properties?: permafrost.v1.SignGetRequest.$Properties): permafrost.v1.SignGetRequest;
             * }}
             */
            SignGetRequest.create = function(properties) {
                return new SignGetRequest(properties);
            };

            /**
             * Encodes the specified SignGetRequest message. Does not implicitly {@link permafrost.v1.SignGetRequest.verify|verify} messages.
             * @function encode
             * @memberof permafrost.v1.SignGetRequest
             * @static
             * @param {permafrost.v1.SignGetRequest.$Properties} message SignGetRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            SignGetRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.requestId != null && $Object.hasOwnProperty.call(message, "requestId") && message.requestId.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.requestId);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a SignGetRequest message from the specified reader or buffer.
             * @function decode
             * @memberof permafrost.v1.SignGetRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {permafrost.v1.SignGetRequest & permafrost.v1.SignGetRequest.$Shape} SignGetRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            SignGetRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.permafrost.v1.SignGetRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.requestId = value;
                            else
                                delete message.requestId;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return SignGetRequest;
        })();

        v1.Exclusion = (function() {

            /**
             * Properties of an Exclusion.
             * @typedef {Object} permafrost.v1.Exclusion.$Properties
             * @property {string} [node] Exclusion node
             * @property {string} [reason] Exclusion reason
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an Exclusion.
             * @memberof permafrost.v1
             * @interface IExclusion
             * @augments permafrost.v1.Exclusion.$Properties
             * @deprecated Use permafrost.v1.Exclusion.$Properties instead.
             */

            /**
             * Shape of an Exclusion.
             * @typedef {permafrost.v1.Exclusion.$Properties} permafrost.v1.Exclusion.$Shape
             */

            /**
             * Constructs a new Exclusion.
             * @memberof permafrost.v1
             * @classdesc Represents an Exclusion.
             * @constructor
             * @param {permafrost.v1.Exclusion.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Exclusion = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Exclusion node.
             * @member {string} node
             * @memberof permafrost.v1.Exclusion
             * @instance
             */
            Exclusion.prototype.node = "";

            /**
             * Exclusion reason.
             * @member {string} reason
             * @memberof permafrost.v1.Exclusion
             * @instance
             */
            Exclusion.prototype.reason = "";

            /**
             * Creates a new Exclusion instance using the specified properties.
             * @function create
             * @memberof permafrost.v1.Exclusion
             * @static
             * @param {permafrost.v1.Exclusion.$Properties=} [properties] Properties to set
             * @returns {permafrost.v1.Exclusion} Exclusion instance
             * @type {{
             *   (properties: permafrost.v1.Exclusion.$Shape): permafrost.v1.Exclusion & permafrost.v1.Exclusion.$Shape;
             *   (properties?: permafrost.v1.Exclusion.$Properties): permafrost.v1.Exclusion;
             * }}
             */
            Exclusion.create = function(properties) {
                return new Exclusion(properties);
            };

            /**
             * Encodes the specified Exclusion message. Does not implicitly {@link permafrost.v1.Exclusion.verify|verify} messages.
             * @function encode
             * @memberof permafrost.v1.Exclusion
             * @static
             * @param {permafrost.v1.Exclusion.$Properties} message Exclusion message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Exclusion.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.node != null && $Object.hasOwnProperty.call(message, "node") && message.node !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.node);
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.reason);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an Exclusion message from the specified reader or buffer.
             * @function decode
             * @memberof permafrost.v1.Exclusion
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {permafrost.v1.Exclusion & permafrost.v1.Exclusion.$Shape} Exclusion
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Exclusion.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.permafrost.v1.Exclusion();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.node = value;
                            else
                                delete message.node;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.reason = value;
                            else
                                delete message.reason;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Exclusion;
        })();

        v1.SignAttempt = (function() {

            /**
             * Properties of a SignAttempt.
             * @typedef {Object} permafrost.v1.SignAttempt.$Properties
             * @property {Array.<string>} [signers] SignAttempt signers
             * @property {Array.<permafrost.v1.Exclusion.$Properties>} [excluded] SignAttempt excluded
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a SignAttempt.
             * @memberof permafrost.v1
             * @interface ISignAttempt
             * @augments permafrost.v1.SignAttempt.$Properties
             * @deprecated Use permafrost.v1.SignAttempt.$Properties instead.
             */

            /**
             * Shape of a SignAttempt.
             * @typedef {permafrost.v1.SignAttempt.$Properties} permafrost.v1.SignAttempt.$Shape
             */

            /**
             * Constructs a new SignAttempt.
             * @memberof permafrost.v1
             * @classdesc Represents a SignAttempt.
             * @constructor
             * @param {permafrost.v1.SignAttempt.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const SignAttempt = function (properties) {
                this.signers = [];
                this.excluded = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * SignAttempt signers.
             * @member {Array.<string>} signers
             * @memberof permafrost.v1.SignAttempt
             * @instance
             */
            SignAttempt.prototype.signers = $util.emptyArray;

            /**
             * SignAttempt excluded.
             * @member {Array.<permafrost.v1.Exclusion>} excluded
             * @memberof permafrost.v1.SignAttempt
             * @instance
             */
            SignAttempt.prototype.excluded = $util.emptyArray;

            /**
             * Creates a new SignAttempt instance using the specified properties.
             * @function create
             * @memberof permafrost.v1.SignAttempt
             * @static
             * @param {permafrost.v1.SignAttempt.$Properties=} [properties] Properties to set
             * @returns {permafrost.v1.SignAttempt} SignAttempt instance
             * @type {{
             *   (properties: permafrost.v1.SignAttempt.$Shape): permafrost.v1.SignAttempt & permafrost.v1.SignAttempt.$Shape;
             *   (properties?: permafrost.v1.SignAttempt.$Properties): permafrost.v1.SignAttempt;
             * }}
             */
            SignAttempt.create = function(properties) {
                return new SignAttempt(properties);
            };

            /**
             * Encodes the specified SignAttempt message. Does not implicitly {@link permafrost.v1.SignAttempt.verify|verify} messages.
             * @function encode
             * @memberof permafrost.v1.SignAttempt
             * @static
             * @param {permafrost.v1.SignAttempt.$Properties} message SignAttempt message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            SignAttempt.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.signers != null && message.signers.length)
                    for (let i = 0; i < message.signers.length; ++i)
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.signers[i]);
                if (message.excluded != null && message.excluded.length)
                    for (let i = 0; i < message.excluded.length; ++i)
                        $root.permafrost.v1.Exclusion.encode(message.excluded[i], writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a SignAttempt message from the specified reader or buffer.
             * @function decode
             * @memberof permafrost.v1.SignAttempt
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {permafrost.v1.SignAttempt & permafrost.v1.SignAttempt.$Shape} SignAttempt
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            SignAttempt.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.permafrost.v1.SignAttempt();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.signers && message.signers.length))
                                message.signers = [];
                            message.signers.push(reader.stringVerify());
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.excluded && message.excluded.length))
                                message.excluded = [];
                            message.excluded.push($root.permafrost.v1.Exclusion.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return SignAttempt;
        })();

        v1.SignProgress = (function() {

            /**
             * Properties of a SignProgress.
             * @typedef {Object} permafrost.v1.SignProgress.$Properties
             * @property {string} [state] SignProgress state
             * @property {Uint8Array} [requestId] SignProgress requestId
             * @property {Uint8Array} [signature] SignProgress signature
             * @property {Uint8Array} [publicKey] SignProgress publicKey
             * @property {number} [epoch] SignProgress epoch
             * @property {Array.<string>} [signers] SignProgress signers
             * @property {Array.<permafrost.v1.SignAttempt.$Properties>} [attempts] SignProgress attempts
             * @property {permafrost.v1.RpcError.$Properties} [error] SignProgress error
             * @property {Uint8Array} [rawKey] SignProgress rawKey
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a SignProgress.
             * @memberof permafrost.v1
             * @interface ISignProgress
             * @augments permafrost.v1.SignProgress.$Properties
             * @deprecated Use permafrost.v1.SignProgress.$Properties instead.
             */

            /**
             * Shape of a SignProgress.
             * @typedef {permafrost.v1.SignProgress.$Properties} permafrost.v1.SignProgress.$Shape
             */

            /**
             * Constructs a new SignProgress.
             * @memberof permafrost.v1
             * @classdesc Represents a SignProgress.
             * @constructor
             * @param {permafrost.v1.SignProgress.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const SignProgress = function (properties) {
                this.signers = [];
                this.attempts = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * SignProgress state.
             * @member {string} state
             * @memberof permafrost.v1.SignProgress
             * @instance
             */
            SignProgress.prototype.state = "";

            /**
             * SignProgress requestId.
             * @member {Uint8Array} requestId
             * @memberof permafrost.v1.SignProgress
             * @instance
             */
            SignProgress.prototype.requestId = $util.newBuffer([]);

            /**
             * SignProgress signature.
             * @member {Uint8Array} signature
             * @memberof permafrost.v1.SignProgress
             * @instance
             */
            SignProgress.prototype.signature = $util.newBuffer([]);

            /**
             * SignProgress publicKey.
             * @member {Uint8Array} publicKey
             * @memberof permafrost.v1.SignProgress
             * @instance
             */
            SignProgress.prototype.publicKey = $util.newBuffer([]);

            /**
             * SignProgress epoch.
             * @member {number} epoch
             * @memberof permafrost.v1.SignProgress
             * @instance
             */
            SignProgress.prototype.epoch = 0;

            /**
             * SignProgress signers.
             * @member {Array.<string>} signers
             * @memberof permafrost.v1.SignProgress
             * @instance
             */
            SignProgress.prototype.signers = $util.emptyArray;

            /**
             * SignProgress attempts.
             * @member {Array.<permafrost.v1.SignAttempt>} attempts
             * @memberof permafrost.v1.SignProgress
             * @instance
             */
            SignProgress.prototype.attempts = $util.emptyArray;

            /**
             * SignProgress error.
             * @member {permafrost.v1.RpcError} error
             * @memberof permafrost.v1.SignProgress
             * @instance
             */
            SignProgress.prototype.error = null;

            /**
             * SignProgress rawKey.
             * @member {Uint8Array} rawKey
             * @memberof permafrost.v1.SignProgress
             * @instance
             */
            SignProgress.prototype.rawKey = $util.newBuffer([]);

            /**
             * Creates a new SignProgress instance using the specified properties.
             * @function create
             * @memberof permafrost.v1.SignProgress
             * @static
             * @param {permafrost.v1.SignProgress.$Properties=} [properties] Properties to set
             * @returns {permafrost.v1.SignProgress} SignProgress instance
             * @type {{
             *   (properties: permafrost.v1.SignProgress.$Shape): permafrost.v1.SignProgress & permafrost.v1.SignProgress.$Shape;
             *   (properties?: permafrost.v1.SignProgress.$Properties): permafrost.v1.SignProgress;
             * }}
             */
            SignProgress.create = function(properties) {
                return new SignProgress(properties);
            };

            /**
             * Encodes the specified SignProgress message. Does not implicitly {@link permafrost.v1.SignProgress.verify|verify} messages.
             * @function encode
             * @memberof permafrost.v1.SignProgress
             * @static
             * @param {permafrost.v1.SignProgress.$Properties} message SignProgress message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            SignProgress.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.state != null && $Object.hasOwnProperty.call(message, "state") && message.state !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.state);
                if (message.requestId != null && $Object.hasOwnProperty.call(message, "requestId") && message.requestId.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.requestId);
                if (message.signature != null && $Object.hasOwnProperty.call(message, "signature") && message.signature.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.signature);
                if (message.publicKey != null && $Object.hasOwnProperty.call(message, "publicKey") && message.publicKey.length)
                    writer.uint32(/* id 4, wireType 2 =*/34).bytes(message.publicKey);
                if (message.epoch != null && $Object.hasOwnProperty.call(message, "epoch") && message.epoch !== 0)
                    writer.uint32(/* id 5, wireType 0 =*/40).uint32(message.epoch);
                if (message.signers != null && message.signers.length)
                    for (let i = 0; i < message.signers.length; ++i)
                        writer.uint32(/* id 6, wireType 2 =*/50).string(message.signers[i]);
                if (message.attempts != null && message.attempts.length)
                    for (let i = 0; i < message.attempts.length; ++i)
                        $root.permafrost.v1.SignAttempt.encode(message.attempts[i], writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
                if (message.error != null && $Object.hasOwnProperty.call(message, "error"))
                    $root.permafrost.v1.RpcError.encode(message.error, writer.uint32(/* id 8, wireType 2 =*/66).fork(), _depth + 1).ldelim();
                if (message.rawKey != null && $Object.hasOwnProperty.call(message, "rawKey") && message.rawKey.length)
                    writer.uint32(/* id 9, wireType 2 =*/74).bytes(message.rawKey);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a SignProgress message from the specified reader or buffer.
             * @function decode
             * @memberof permafrost.v1.SignProgress
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {permafrost.v1.SignProgress & permafrost.v1.SignProgress.$Shape} SignProgress
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            SignProgress.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.permafrost.v1.SignProgress();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.state = value;
                            else
                                delete message.state;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.requestId = value;
                            else
                                delete message.requestId;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.signature = value;
                            else
                                delete message.signature;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.publicKey = value;
                            else
                                delete message.publicKey;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.epoch = value;
                            else
                                delete message.epoch;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if (!(message.signers && message.signers.length))
                                message.signers = [];
                            message.signers.push(reader.stringVerify());
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            if (!(message.attempts && message.attempts.length))
                                message.attempts = [];
                            message.attempts.push($root.permafrost.v1.SignAttempt.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            message.error = $root.permafrost.v1.RpcError.decode(reader, reader.size(), $undefined, _depth + 1, message.error);
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.rawKey = value;
                            else
                                delete message.rawKey;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return SignProgress;
        })();

        v1.ProposalSubmitRequest = (function() {

            /**
             * Properties of a ProposalSubmitRequest.
             * @typedef {Object} permafrost.v1.ProposalSubmitRequest.$Properties
             * @property {Uint8Array} [proposal] ProposalSubmitRequest proposal
             * @property {Uint8Array} [operatorSignature] ProposalSubmitRequest operatorSignature
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ProposalSubmitRequest.
             * @memberof permafrost.v1
             * @interface IProposalSubmitRequest
             * @augments permafrost.v1.ProposalSubmitRequest.$Properties
             * @deprecated Use permafrost.v1.ProposalSubmitRequest.$Properties instead.
             */

            /**
             * Shape of a ProposalSubmitRequest.
             * @typedef {permafrost.v1.ProposalSubmitRequest.$Properties} permafrost.v1.ProposalSubmitRequest.$Shape
             */

            /**
             * Constructs a new ProposalSubmitRequest.
             * @memberof permafrost.v1
             * @classdesc Represents a ProposalSubmitRequest.
             * @constructor
             * @param {permafrost.v1.ProposalSubmitRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ProposalSubmitRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ProposalSubmitRequest proposal.
             * @member {Uint8Array} proposal
             * @memberof permafrost.v1.ProposalSubmitRequest
             * @instance
             */
            ProposalSubmitRequest.prototype.proposal = $util.newBuffer([]);

            /**
             * ProposalSubmitRequest operatorSignature.
             * @member {Uint8Array} operatorSignature
             * @memberof permafrost.v1.ProposalSubmitRequest
             * @instance
             */
            ProposalSubmitRequest.prototype.operatorSignature = $util.newBuffer([]);

            /**
             * Creates a new ProposalSubmitRequest instance using the specified properties.
             * @function create
             * @memberof permafrost.v1.ProposalSubmitRequest
             * @static
             * @param {permafrost.v1.ProposalSubmitRequest.$Properties=} [properties] Properties to set
             * @returns {permafrost.v1.ProposalSubmitRequest} ProposalSubmitRequest instance
             * @type {{
             *   (properties: permafrost.v1.ProposalSubmitRequest.$Shape): permafrost.v1.ProposalSubmitRequest & permafrost.v1.ProposalSubmitRequest.$Shape;
             *   (properties?: permafrost.v1.ProposalSubmitRequest.$Properties): permafrost.v1.ProposalSubmitRequest;
             * }}
             */
            ProposalSubmitRequest.create = function(properties) {
                return new ProposalSubmitRequest(properties);
            };

            /**
             * Encodes the specified ProposalSubmitRequest message. Does not implicitly {@link permafrost.v1.ProposalSubmitRequest.verify|verify} messages.
             * @function encode
             * @memberof permafrost.v1.ProposalSubmitRequest
             * @static
             * @param {permafrost.v1.ProposalSubmitRequest.$Properties} message ProposalSubmitRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ProposalSubmitRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.proposal != null && $Object.hasOwnProperty.call(message, "proposal") && message.proposal.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.proposal);
                if (message.operatorSignature != null && $Object.hasOwnProperty.call(message, "operatorSignature") && message.operatorSignature.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.operatorSignature);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ProposalSubmitRequest message from the specified reader or buffer.
             * @function decode
             * @memberof permafrost.v1.ProposalSubmitRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {permafrost.v1.ProposalSubmitRequest & permafrost.v1.ProposalSubmitRequest.$Shape} ProposalSubmitRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ProposalSubmitRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.permafrost.v1.ProposalSubmitRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.proposal = value;
                            else
                                delete message.proposal;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.operatorSignature = value;
                            else
                                delete message.operatorSignature;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ProposalSubmitRequest;
        })();

        v1.ProposalListRequest = (function() {

            /**
             * Properties of a ProposalListRequest.
             * @typedef {Object} permafrost.v1.ProposalListRequest.$Properties
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ProposalListRequest.
             * @memberof permafrost.v1
             * @interface IProposalListRequest
             * @augments permafrost.v1.ProposalListRequest.$Properties
             * @deprecated Use permafrost.v1.ProposalListRequest.$Properties instead.
             */

            /**
             * Shape of a ProposalListRequest.
             * @typedef {permafrost.v1.ProposalListRequest.$Properties} permafrost.v1.ProposalListRequest.$Shape
             */

            /**
             * Constructs a new ProposalListRequest.
             * @memberof permafrost.v1
             * @classdesc Represents a ProposalListRequest.
             * @constructor
             * @param {permafrost.v1.ProposalListRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ProposalListRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Creates a new ProposalListRequest instance using the specified properties.
             * @function create
             * @memberof permafrost.v1.ProposalListRequest
             * @static
             * @param {permafrost.v1.ProposalListRequest.$Properties=} [properties] Properties to set
             * @returns {permafrost.v1.ProposalListRequest} ProposalListRequest instance
             * @type {{
             *   (properties: permafrost.v1.ProposalListRequest.$Shape): permafrost.v1.ProposalListRequest & permafrost.v1.ProposalListRequest.$Shape;
             *   (properties?: permafrost.v1.ProposalListRequest.$Properties): permafrost.v1.ProposalListRequest;
             * }}
             */
            ProposalListRequest.create = function(properties) {
                return new ProposalListRequest(properties);
            };

            /**
             * Encodes the specified ProposalListRequest message. Does not implicitly {@link permafrost.v1.ProposalListRequest.verify|verify} messages.
             * @function encode
             * @memberof permafrost.v1.ProposalListRequest
             * @static
             * @param {permafrost.v1.ProposalListRequest.$Properties} message ProposalListRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ProposalListRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ProposalListRequest message from the specified reader or buffer.
             * @function decode
             * @memberof permafrost.v1.ProposalListRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {permafrost.v1.ProposalListRequest & permafrost.v1.ProposalListRequest.$Shape} ProposalListRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ProposalListRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.permafrost.v1.ProposalListRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    reader.skipType(tag & 7, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ProposalListRequest;
        })();

        v1.ProposalInfo = (function() {

            /**
             * Properties of a ProposalInfo.
             * @typedef {Object} permafrost.v1.ProposalInfo.$Properties
             * @property {string} [id] ProposalInfo id
             * @property {string} [type] ProposalInfo type
             * @property {string} [name] ProposalInfo name
             * @property {string} [suite] ProposalInfo suite
             * @property {number} [threshold] ProposalInfo threshold
             * @property {Array.<string>} [members] ProposalInfo members
             * @property {Array.<string>} [requesters] ProposalInfo requesters
             * @property {string} [proposer] ProposalInfo proposer
             * @property {string} [node] ProposalInfo node
             * @property {number|Long} [expiresMs] ProposalInfo expiresMs
             * @property {string} [state] ProposalInfo state
             * @property {Array.<string>} [accepted] ProposalInfo accepted
             * @property {Array.<string>} [waitingFor] ProposalInfo waitingFor
             * @property {string} [detail] ProposalInfo detail
             * @property {Uint8Array} [proposal] ProposalInfo proposal
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ProposalInfo.
             * @memberof permafrost.v1
             * @interface IProposalInfo
             * @augments permafrost.v1.ProposalInfo.$Properties
             * @deprecated Use permafrost.v1.ProposalInfo.$Properties instead.
             */

            /**
             * Shape of a ProposalInfo.
             * @typedef {permafrost.v1.ProposalInfo.$Properties} permafrost.v1.ProposalInfo.$Shape
             */

            /**
             * Constructs a new ProposalInfo.
             * @memberof permafrost.v1
             * @classdesc Represents a ProposalInfo.
             * @constructor
             * @param {permafrost.v1.ProposalInfo.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ProposalInfo = function (properties) {
                this.members = [];
                this.requesters = [];
                this.accepted = [];
                this.waitingFor = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ProposalInfo id.
             * @member {string} id
             * @memberof permafrost.v1.ProposalInfo
             * @instance
             */
            ProposalInfo.prototype.id = "";

            /**
             * ProposalInfo type.
             * @member {string} type
             * @memberof permafrost.v1.ProposalInfo
             * @instance
             */
            ProposalInfo.prototype.type = "";

            /**
             * ProposalInfo name.
             * @member {string} name
             * @memberof permafrost.v1.ProposalInfo
             * @instance
             */
            ProposalInfo.prototype.name = "";

            /**
             * ProposalInfo suite.
             * @member {string} suite
             * @memberof permafrost.v1.ProposalInfo
             * @instance
             */
            ProposalInfo.prototype.suite = "";

            /**
             * ProposalInfo threshold.
             * @member {number} threshold
             * @memberof permafrost.v1.ProposalInfo
             * @instance
             */
            ProposalInfo.prototype.threshold = 0;

            /**
             * ProposalInfo members.
             * @member {Array.<string>} members
             * @memberof permafrost.v1.ProposalInfo
             * @instance
             */
            ProposalInfo.prototype.members = $util.emptyArray;

            /**
             * ProposalInfo requesters.
             * @member {Array.<string>} requesters
             * @memberof permafrost.v1.ProposalInfo
             * @instance
             */
            ProposalInfo.prototype.requesters = $util.emptyArray;

            /**
             * ProposalInfo proposer.
             * @member {string} proposer
             * @memberof permafrost.v1.ProposalInfo
             * @instance
             */
            ProposalInfo.prototype.proposer = "";

            /**
             * ProposalInfo node.
             * @member {string} node
             * @memberof permafrost.v1.ProposalInfo
             * @instance
             */
            ProposalInfo.prototype.node = "";

            /**
             * ProposalInfo expiresMs.
             * @member {number|Long} expiresMs
             * @memberof permafrost.v1.ProposalInfo
             * @instance
             */
            ProposalInfo.prototype.expiresMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * ProposalInfo state.
             * @member {string} state
             * @memberof permafrost.v1.ProposalInfo
             * @instance
             */
            ProposalInfo.prototype.state = "";

            /**
             * ProposalInfo accepted.
             * @member {Array.<string>} accepted
             * @memberof permafrost.v1.ProposalInfo
             * @instance
             */
            ProposalInfo.prototype.accepted = $util.emptyArray;

            /**
             * ProposalInfo waitingFor.
             * @member {Array.<string>} waitingFor
             * @memberof permafrost.v1.ProposalInfo
             * @instance
             */
            ProposalInfo.prototype.waitingFor = $util.emptyArray;

            /**
             * ProposalInfo detail.
             * @member {string} detail
             * @memberof permafrost.v1.ProposalInfo
             * @instance
             */
            ProposalInfo.prototype.detail = "";

            /**
             * ProposalInfo proposal.
             * @member {Uint8Array} proposal
             * @memberof permafrost.v1.ProposalInfo
             * @instance
             */
            ProposalInfo.prototype.proposal = $util.newBuffer([]);

            /**
             * Creates a new ProposalInfo instance using the specified properties.
             * @function create
             * @memberof permafrost.v1.ProposalInfo
             * @static
             * @param {permafrost.v1.ProposalInfo.$Properties=} [properties] Properties to set
             * @returns {permafrost.v1.ProposalInfo} ProposalInfo instance
             * @type {{
             *   (properties: permafrost.v1.ProposalInfo.$Shape): permafrost.v1.ProposalInfo & permafrost.v1.ProposalInfo.$Shape;
             *   (properties?: permafrost.v1.ProposalInfo.$Properties): permafrost.v1.ProposalInfo;
             * }}
             */
            ProposalInfo.create = function(properties) {
                return new ProposalInfo(properties);
            };

            /**
             * Encodes the specified ProposalInfo message. Does not implicitly {@link permafrost.v1.ProposalInfo.verify|verify} messages.
             * @function encode
             * @memberof permafrost.v1.ProposalInfo
             * @static
             * @param {permafrost.v1.ProposalInfo.$Properties} message ProposalInfo message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ProposalInfo.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.id);
                if (message.type != null && $Object.hasOwnProperty.call(message, "type") && message.type !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.type);
                if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.name);
                if (message.suite != null && $Object.hasOwnProperty.call(message, "suite") && message.suite !== "")
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.suite);
                if (message.threshold != null && $Object.hasOwnProperty.call(message, "threshold") && message.threshold !== 0)
                    writer.uint32(/* id 5, wireType 0 =*/40).uint32(message.threshold);
                if (message.members != null && message.members.length)
                    for (let i = 0; i < message.members.length; ++i)
                        writer.uint32(/* id 6, wireType 2 =*/50).string(message.members[i]);
                if (message.requesters != null && message.requesters.length)
                    for (let i = 0; i < message.requesters.length; ++i)
                        writer.uint32(/* id 7, wireType 2 =*/58).string(message.requesters[i]);
                if (message.proposer != null && $Object.hasOwnProperty.call(message, "proposer") && message.proposer !== "")
                    writer.uint32(/* id 8, wireType 2 =*/66).string(message.proposer);
                if (message.node != null && $Object.hasOwnProperty.call(message, "node") && message.node !== "")
                    writer.uint32(/* id 9, wireType 2 =*/74).string(message.node);
                if (message.expiresMs != null && $Object.hasOwnProperty.call(message, "expiresMs") && (typeof message.expiresMs === "object" ? message.expiresMs.low || message.expiresMs.high : message.expiresMs !== 0))
                    writer.uint32(/* id 10, wireType 0 =*/80).uint64(message.expiresMs);
                if (message.state != null && $Object.hasOwnProperty.call(message, "state") && message.state !== "")
                    writer.uint32(/* id 11, wireType 2 =*/90).string(message.state);
                if (message.accepted != null && message.accepted.length)
                    for (let i = 0; i < message.accepted.length; ++i)
                        writer.uint32(/* id 12, wireType 2 =*/98).string(message.accepted[i]);
                if (message.waitingFor != null && message.waitingFor.length)
                    for (let i = 0; i < message.waitingFor.length; ++i)
                        writer.uint32(/* id 13, wireType 2 =*/106).string(message.waitingFor[i]);
                if (message.detail != null && $Object.hasOwnProperty.call(message, "detail") && message.detail !== "")
                    writer.uint32(/* id 14, wireType 2 =*/114).string(message.detail);
                if (message.proposal != null && $Object.hasOwnProperty.call(message, "proposal") && message.proposal.length)
                    writer.uint32(/* id 15, wireType 2 =*/122).bytes(message.proposal);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ProposalInfo message from the specified reader or buffer.
             * @function decode
             * @memberof permafrost.v1.ProposalInfo
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {permafrost.v1.ProposalInfo & permafrost.v1.ProposalInfo.$Shape} ProposalInfo
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ProposalInfo.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.permafrost.v1.ProposalInfo();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.id = value;
                            else
                                delete message.id;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.type = value;
                            else
                                delete message.type;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.name = value;
                            else
                                delete message.name;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.suite = value;
                            else
                                delete message.suite;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.threshold = value;
                            else
                                delete message.threshold;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if (!(message.members && message.members.length))
                                message.members = [];
                            message.members.push(reader.stringVerify());
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            if (!(message.requesters && message.requesters.length))
                                message.requesters = [];
                            message.requesters.push(reader.stringVerify());
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.proposer = value;
                            else
                                delete message.proposer;
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.node = value;
                            else
                                delete message.node;
                            continue;
                        }
                    case 10: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.expiresMs = value;
                            else
                                delete message.expiresMs;
                            continue;
                        }
                    case 11: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.state = value;
                            else
                                delete message.state;
                            continue;
                        }
                    case 12: {
                            if (wireType !== 2)
                                break;
                            if (!(message.accepted && message.accepted.length))
                                message.accepted = [];
                            message.accepted.push(reader.stringVerify());
                            continue;
                        }
                    case 13: {
                            if (wireType !== 2)
                                break;
                            if (!(message.waitingFor && message.waitingFor.length))
                                message.waitingFor = [];
                            message.waitingFor.push(reader.stringVerify());
                            continue;
                        }
                    case 14: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.detail = value;
                            else
                                delete message.detail;
                            continue;
                        }
                    case 15: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.proposal = value;
                            else
                                delete message.proposal;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ProposalInfo;
        })();

        v1.ProposalList = (function() {

            /**
             * Properties of a ProposalList.
             * @typedef {Object} permafrost.v1.ProposalList.$Properties
             * @property {Array.<permafrost.v1.ProposalInfo.$Properties>} [proposals] ProposalList proposals
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ProposalList.
             * @memberof permafrost.v1
             * @interface IProposalList
             * @augments permafrost.v1.ProposalList.$Properties
             * @deprecated Use permafrost.v1.ProposalList.$Properties instead.
             */

            /**
             * Shape of a ProposalList.
             * @typedef {permafrost.v1.ProposalList.$Properties} permafrost.v1.ProposalList.$Shape
             */

            /**
             * Constructs a new ProposalList.
             * @memberof permafrost.v1
             * @classdesc Represents a ProposalList.
             * @constructor
             * @param {permafrost.v1.ProposalList.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ProposalList = function (properties) {
                this.proposals = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ProposalList proposals.
             * @member {Array.<permafrost.v1.ProposalInfo>} proposals
             * @memberof permafrost.v1.ProposalList
             * @instance
             */
            ProposalList.prototype.proposals = $util.emptyArray;

            /**
             * Creates a new ProposalList instance using the specified properties.
             * @function create
             * @memberof permafrost.v1.ProposalList
             * @static
             * @param {permafrost.v1.ProposalList.$Properties=} [properties] Properties to set
             * @returns {permafrost.v1.ProposalList} ProposalList instance
             * @type {{
             *   (properties: permafrost.v1.ProposalList.$Shape): permafrost.v1.ProposalList & permafrost.v1.ProposalList.$Shape;
             *   (properties?: permafrost.v1.ProposalList.$Properties): permafrost.v1.ProposalList;
             * }}
             */
            ProposalList.create = function(properties) {
                return new ProposalList(properties);
            };

            /**
             * Encodes the specified ProposalList message. Does not implicitly {@link permafrost.v1.ProposalList.verify|verify} messages.
             * @function encode
             * @memberof permafrost.v1.ProposalList
             * @static
             * @param {permafrost.v1.ProposalList.$Properties} message ProposalList message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ProposalList.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.proposals != null && message.proposals.length)
                    for (let i = 0; i < message.proposals.length; ++i)
                        $root.permafrost.v1.ProposalInfo.encode(message.proposals[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ProposalList message from the specified reader or buffer.
             * @function decode
             * @memberof permafrost.v1.ProposalList
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {permafrost.v1.ProposalList & permafrost.v1.ProposalList.$Shape} ProposalList
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ProposalList.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.permafrost.v1.ProposalList();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.proposals && message.proposals.length))
                                message.proposals = [];
                            message.proposals.push($root.permafrost.v1.ProposalInfo.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ProposalList;
        })();

        v1.ProposalDecideRequest = (function() {

            /**
             * Properties of a ProposalDecideRequest.
             * @typedef {Object} permafrost.v1.ProposalDecideRequest.$Properties
             * @property {Uint8Array} [proposalHash] ProposalDecideRequest proposalHash
             * @property {string} [verb] ProposalDecideRequest verb
             * @property {Uint8Array} [operatorSignature] ProposalDecideRequest operatorSignature
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ProposalDecideRequest.
             * @memberof permafrost.v1
             * @interface IProposalDecideRequest
             * @augments permafrost.v1.ProposalDecideRequest.$Properties
             * @deprecated Use permafrost.v1.ProposalDecideRequest.$Properties instead.
             */

            /**
             * Shape of a ProposalDecideRequest.
             * @typedef {permafrost.v1.ProposalDecideRequest.$Properties} permafrost.v1.ProposalDecideRequest.$Shape
             */

            /**
             * Constructs a new ProposalDecideRequest.
             * @memberof permafrost.v1
             * @classdesc Represents a ProposalDecideRequest.
             * @constructor
             * @param {permafrost.v1.ProposalDecideRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ProposalDecideRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ProposalDecideRequest proposalHash.
             * @member {Uint8Array} proposalHash
             * @memberof permafrost.v1.ProposalDecideRequest
             * @instance
             */
            ProposalDecideRequest.prototype.proposalHash = $util.newBuffer([]);

            /**
             * ProposalDecideRequest verb.
             * @member {string} verb
             * @memberof permafrost.v1.ProposalDecideRequest
             * @instance
             */
            ProposalDecideRequest.prototype.verb = "";

            /**
             * ProposalDecideRequest operatorSignature.
             * @member {Uint8Array} operatorSignature
             * @memberof permafrost.v1.ProposalDecideRequest
             * @instance
             */
            ProposalDecideRequest.prototype.operatorSignature = $util.newBuffer([]);

            /**
             * Creates a new ProposalDecideRequest instance using the specified properties.
             * @function create
             * @memberof permafrost.v1.ProposalDecideRequest
             * @static
             * @param {permafrost.v1.ProposalDecideRequest.$Properties=} [properties] Properties to set
             * @returns {permafrost.v1.ProposalDecideRequest} ProposalDecideRequest instance
             * @type {{
             *   (properties: permafrost.v1.ProposalDecideRequest.$Shape): permafrost.v1.ProposalDecideRequest & permafrost.v1.ProposalDecideRequest.$Shape;
             *   (properties?: permafrost.v1.ProposalDecideRequest.$Properties): permafrost.v1.ProposalDecideRequest;
             * }}
             */
            ProposalDecideRequest.create = function(properties) {
                return new ProposalDecideRequest(properties);
            };

            /**
             * Encodes the specified ProposalDecideRequest message. Does not implicitly {@link permafrost.v1.ProposalDecideRequest.verify|verify} messages.
             * @function encode
             * @memberof permafrost.v1.ProposalDecideRequest
             * @static
             * @param {permafrost.v1.ProposalDecideRequest.$Properties} message ProposalDecideRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ProposalDecideRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.proposalHash != null && $Object.hasOwnProperty.call(message, "proposalHash") && message.proposalHash.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.proposalHash);
                if (message.verb != null && $Object.hasOwnProperty.call(message, "verb") && message.verb !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.verb);
                if (message.operatorSignature != null && $Object.hasOwnProperty.call(message, "operatorSignature") && message.operatorSignature.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.operatorSignature);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ProposalDecideRequest message from the specified reader or buffer.
             * @function decode
             * @memberof permafrost.v1.ProposalDecideRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {permafrost.v1.ProposalDecideRequest & permafrost.v1.ProposalDecideRequest.$Shape} ProposalDecideRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ProposalDecideRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.permafrost.v1.ProposalDecideRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.proposalHash = value;
                            else
                                delete message.proposalHash;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.verb = value;
                            else
                                delete message.verb;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.operatorSignature = value;
                            else
                                delete message.operatorSignature;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ProposalDecideRequest;
        })();

        v1.ProposalWatchRequest = (function() {

            /**
             * Properties of a ProposalWatchRequest.
             * @typedef {Object} permafrost.v1.ProposalWatchRequest.$Properties
             * @property {Uint8Array} [proposalHash] ProposalWatchRequest proposalHash
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ProposalWatchRequest.
             * @memberof permafrost.v1
             * @interface IProposalWatchRequest
             * @augments permafrost.v1.ProposalWatchRequest.$Properties
             * @deprecated Use permafrost.v1.ProposalWatchRequest.$Properties instead.
             */

            /**
             * Shape of a ProposalWatchRequest.
             * @typedef {permafrost.v1.ProposalWatchRequest.$Properties} permafrost.v1.ProposalWatchRequest.$Shape
             */

            /**
             * Constructs a new ProposalWatchRequest.
             * @memberof permafrost.v1
             * @classdesc Represents a ProposalWatchRequest.
             * @constructor
             * @param {permafrost.v1.ProposalWatchRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ProposalWatchRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ProposalWatchRequest proposalHash.
             * @member {Uint8Array} proposalHash
             * @memberof permafrost.v1.ProposalWatchRequest
             * @instance
             */
            ProposalWatchRequest.prototype.proposalHash = $util.newBuffer([]);

            /**
             * Creates a new ProposalWatchRequest instance using the specified properties.
             * @function create
             * @memberof permafrost.v1.ProposalWatchRequest
             * @static
             * @param {permafrost.v1.ProposalWatchRequest.$Properties=} [properties] Properties to set
             * @returns {permafrost.v1.ProposalWatchRequest} ProposalWatchRequest instance
             * @type {{
             *   (properties: permafrost.v1.ProposalWatchRequest.$Shape): permafrost.v1.ProposalWatchRequest & permafrost.v1.ProposalWatchRequest.$Shape;
             *   (properties?: permafrost.v1.ProposalWatchRequest.$Properties): permafrost.v1.ProposalWatchRequest;
             * }}
             */
            ProposalWatchRequest.create = function(properties) {
                return new ProposalWatchRequest(properties);
            };

            /**
             * Encodes the specified ProposalWatchRequest message. Does not implicitly {@link permafrost.v1.ProposalWatchRequest.verify|verify} messages.
             * @function encode
             * @memberof permafrost.v1.ProposalWatchRequest
             * @static
             * @param {permafrost.v1.ProposalWatchRequest.$Properties} message ProposalWatchRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ProposalWatchRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.proposalHash != null && $Object.hasOwnProperty.call(message, "proposalHash") && message.proposalHash.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.proposalHash);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ProposalWatchRequest message from the specified reader or buffer.
             * @function decode
             * @memberof permafrost.v1.ProposalWatchRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {permafrost.v1.ProposalWatchRequest & permafrost.v1.ProposalWatchRequest.$Shape} ProposalWatchRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ProposalWatchRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.permafrost.v1.ProposalWatchRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.proposalHash = value;
                            else
                                delete message.proposalHash;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ProposalWatchRequest;
        })();

        v1.CeremonyProgress = (function() {

            /**
             * Properties of a CeremonyProgress.
             * @typedef {Object} permafrost.v1.CeremonyProgress.$Properties
             * @property {string} [stage] CeremonyProgress stage
             * @property {number|Long} [attempt] CeremonyProgress attempt
             * @property {Array.<string>} [done] CeremonyProgress done
             * @property {Array.<string>} [missing] CeremonyProgress missing
             * @property {permafrost.v1.KeyInfo.$Properties} [key] CeremonyProgress key
             * @property {permafrost.v1.RpcError.$Properties} [error] CeremonyProgress error
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a CeremonyProgress.
             * @memberof permafrost.v1
             * @interface ICeremonyProgress
             * @augments permafrost.v1.CeremonyProgress.$Properties
             * @deprecated Use permafrost.v1.CeremonyProgress.$Properties instead.
             */

            /**
             * Shape of a CeremonyProgress.
             * @typedef {permafrost.v1.CeremonyProgress.$Properties} permafrost.v1.CeremonyProgress.$Shape
             */

            /**
             * Constructs a new CeremonyProgress.
             * @memberof permafrost.v1
             * @classdesc Represents a CeremonyProgress.
             * @constructor
             * @param {permafrost.v1.CeremonyProgress.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const CeremonyProgress = function (properties) {
                this.done = [];
                this.missing = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * CeremonyProgress stage.
             * @member {string} stage
             * @memberof permafrost.v1.CeremonyProgress
             * @instance
             */
            CeremonyProgress.prototype.stage = "";

            /**
             * CeremonyProgress attempt.
             * @member {number|Long} attempt
             * @memberof permafrost.v1.CeremonyProgress
             * @instance
             */
            CeremonyProgress.prototype.attempt = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * CeremonyProgress done.
             * @member {Array.<string>} done
             * @memberof permafrost.v1.CeremonyProgress
             * @instance
             */
            CeremonyProgress.prototype.done = $util.emptyArray;

            /**
             * CeremonyProgress missing.
             * @member {Array.<string>} missing
             * @memberof permafrost.v1.CeremonyProgress
             * @instance
             */
            CeremonyProgress.prototype.missing = $util.emptyArray;

            /**
             * CeremonyProgress key.
             * @member {permafrost.v1.KeyInfo} key
             * @memberof permafrost.v1.CeremonyProgress
             * @instance
             */
            CeremonyProgress.prototype.key = null;

            /**
             * CeremonyProgress error.
             * @member {permafrost.v1.RpcError} error
             * @memberof permafrost.v1.CeremonyProgress
             * @instance
             */
            CeremonyProgress.prototype.error = null;

            /**
             * Creates a new CeremonyProgress instance using the specified properties.
             * @function create
             * @memberof permafrost.v1.CeremonyProgress
             * @static
             * @param {permafrost.v1.CeremonyProgress.$Properties=} [properties] Properties to set
             * @returns {permafrost.v1.CeremonyProgress} CeremonyProgress instance
             * @type {{
             *   (properties: permafrost.v1.CeremonyProgress.$Shape): permafrost.v1.CeremonyProgress & permafrost.v1.CeremonyProgress.$Shape;
             *   (properties?: permafrost.v1.CeremonyProgress.$Properties): permafrost.v1.CeremonyProgress;
             * }}
             */
            CeremonyProgress.create = function(properties) {
                return new CeremonyProgress(properties);
            };

            /**
             * Encodes the specified CeremonyProgress message. Does not implicitly {@link permafrost.v1.CeremonyProgress.verify|verify} messages.
             * @function encode
             * @memberof permafrost.v1.CeremonyProgress
             * @static
             * @param {permafrost.v1.CeremonyProgress.$Properties} message CeremonyProgress message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            CeremonyProgress.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.stage != null && $Object.hasOwnProperty.call(message, "stage") && message.stage !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.stage);
                if (message.attempt != null && $Object.hasOwnProperty.call(message, "attempt") && (typeof message.attempt === "object" ? message.attempt.low || message.attempt.high : message.attempt !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.attempt);
                if (message.done != null && message.done.length)
                    for (let i = 0; i < message.done.length; ++i)
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.done[i]);
                if (message.missing != null && message.missing.length)
                    for (let i = 0; i < message.missing.length; ++i)
                        writer.uint32(/* id 4, wireType 2 =*/34).string(message.missing[i]);
                if (message.key != null && $Object.hasOwnProperty.call(message, "key"))
                    $root.permafrost.v1.KeyInfo.encode(message.key, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                if (message.error != null && $Object.hasOwnProperty.call(message, "error"))
                    $root.permafrost.v1.RpcError.encode(message.error, writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a CeremonyProgress message from the specified reader or buffer.
             * @function decode
             * @memberof permafrost.v1.CeremonyProgress
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {permafrost.v1.CeremonyProgress & permafrost.v1.CeremonyProgress.$Shape} CeremonyProgress
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            CeremonyProgress.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.permafrost.v1.CeremonyProgress();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.stage = value;
                            else
                                delete message.stage;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.attempt = value;
                            else
                                delete message.attempt;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (!(message.done && message.done.length))
                                message.done = [];
                            message.done.push(reader.stringVerify());
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if (!(message.missing && message.missing.length))
                                message.missing = [];
                            message.missing.push(reader.stringVerify());
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.key = $root.permafrost.v1.KeyInfo.decode(reader, reader.size(), $undefined, _depth + 1, message.key);
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.error = $root.permafrost.v1.RpcError.decode(reader, reader.size(), $undefined, _depth + 1, message.error);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return CeremonyProgress;
        })();

        v1.RosterGetRequest = (function() {

            /**
             * Properties of a RosterGetRequest.
             * @typedef {Object} permafrost.v1.RosterGetRequest.$Properties
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a RosterGetRequest.
             * @memberof permafrost.v1
             * @interface IRosterGetRequest
             * @augments permafrost.v1.RosterGetRequest.$Properties
             * @deprecated Use permafrost.v1.RosterGetRequest.$Properties instead.
             */

            /**
             * Shape of a RosterGetRequest.
             * @typedef {permafrost.v1.RosterGetRequest.$Properties} permafrost.v1.RosterGetRequest.$Shape
             */

            /**
             * Constructs a new RosterGetRequest.
             * @memberof permafrost.v1
             * @classdesc Represents a RosterGetRequest.
             * @constructor
             * @param {permafrost.v1.RosterGetRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const RosterGetRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Creates a new RosterGetRequest instance using the specified properties.
             * @function create
             * @memberof permafrost.v1.RosterGetRequest
             * @static
             * @param {permafrost.v1.RosterGetRequest.$Properties=} [properties] Properties to set
             * @returns {permafrost.v1.RosterGetRequest} RosterGetRequest instance
             * @type {{
             *   (properties: permafrost.v1.RosterGetRequest.$Shape): permafrost.v1.RosterGetRequest & permafrost.v1.RosterGetRequest.$Shape;
             *   (properties?: permafrost.v1.RosterGetRequest.$Properties): permafrost.v1.RosterGetRequest;
             * }}
             */
            RosterGetRequest.create = function(properties) {
                return new RosterGetRequest(properties);
            };

            /**
             * Encodes the specified RosterGetRequest message. Does not implicitly {@link permafrost.v1.RosterGetRequest.verify|verify} messages.
             * @function encode
             * @memberof permafrost.v1.RosterGetRequest
             * @static
             * @param {permafrost.v1.RosterGetRequest.$Properties} message RosterGetRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            RosterGetRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a RosterGetRequest message from the specified reader or buffer.
             * @function decode
             * @memberof permafrost.v1.RosterGetRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {permafrost.v1.RosterGetRequest & permafrost.v1.RosterGetRequest.$Shape} RosterGetRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            RosterGetRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.permafrost.v1.RosterGetRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    reader.skipType(tag & 7, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return RosterGetRequest;
        })();

        v1.RosterDocument = (function() {

            /**
             * Properties of a RosterDocument.
             * @typedef {Object} permafrost.v1.RosterDocument.$Properties
             * @property {Uint8Array} [roster] RosterDocument roster
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a RosterDocument.
             * @memberof permafrost.v1
             * @interface IRosterDocument
             * @augments permafrost.v1.RosterDocument.$Properties
             * @deprecated Use permafrost.v1.RosterDocument.$Properties instead.
             */

            /**
             * Shape of a RosterDocument.
             * @typedef {permafrost.v1.RosterDocument.$Properties} permafrost.v1.RosterDocument.$Shape
             */

            /**
             * Constructs a new RosterDocument.
             * @memberof permafrost.v1
             * @classdesc Represents a RosterDocument.
             * @constructor
             * @param {permafrost.v1.RosterDocument.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const RosterDocument = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * RosterDocument roster.
             * @member {Uint8Array} roster
             * @memberof permafrost.v1.RosterDocument
             * @instance
             */
            RosterDocument.prototype.roster = $util.newBuffer([]);

            /**
             * Creates a new RosterDocument instance using the specified properties.
             * @function create
             * @memberof permafrost.v1.RosterDocument
             * @static
             * @param {permafrost.v1.RosterDocument.$Properties=} [properties] Properties to set
             * @returns {permafrost.v1.RosterDocument} RosterDocument instance
             * @type {{
             *   (properties: permafrost.v1.RosterDocument.$Shape): permafrost.v1.RosterDocument & permafrost.v1.RosterDocument.$Shape;
             *   (properties?: permafrost.v1.RosterDocument.$Properties): permafrost.v1.RosterDocument;
             * }}
             */
            RosterDocument.create = function(properties) {
                return new RosterDocument(properties);
            };

            /**
             * Encodes the specified RosterDocument message. Does not implicitly {@link permafrost.v1.RosterDocument.verify|verify} messages.
             * @function encode
             * @memberof permafrost.v1.RosterDocument
             * @static
             * @param {permafrost.v1.RosterDocument.$Properties} message RosterDocument message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            RosterDocument.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.roster != null && $Object.hasOwnProperty.call(message, "roster") && message.roster.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.roster);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a RosterDocument message from the specified reader or buffer.
             * @function decode
             * @memberof permafrost.v1.RosterDocument
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {permafrost.v1.RosterDocument & permafrost.v1.RosterDocument.$Shape} RosterDocument
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            RosterDocument.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.permafrost.v1.RosterDocument();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.roster = value;
                            else
                                delete message.roster;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return RosterDocument;
        })();

        v1.SignatureRequest = (function() {

            /**
             * Properties of a SignatureRequest.
             * @typedef {Object} permafrost.v1.SignatureRequest.$Properties
             * @property {Uint8Array} [requester] SignatureRequest requester
             * @property {Uint8Array} [keyId] SignatureRequest keyId
             * @property {Uint8Array} [publicKey] SignatureRequest publicKey
             * @property {string} [suite] SignatureRequest suite
             * @property {string} [path] SignatureRequest path
             * @property {Uint8Array} [tweak] SignatureRequest tweak
             * @property {Uint8Array} [message] SignatureRequest message
             * @property {Uint8Array} [idempotencyKey] SignatureRequest idempotencyKey
             * @property {number|Long} [notBeforeMs] SignatureRequest notBeforeMs
             * @property {number|Long} [deadlineMs] SignatureRequest deadlineMs
             * @property {Uint8Array} [signature] SignatureRequest signature
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a SignatureRequest.
             * @memberof permafrost.v1
             * @interface ISignatureRequest
             * @augments permafrost.v1.SignatureRequest.$Properties
             * @deprecated Use permafrost.v1.SignatureRequest.$Properties instead.
             */

            /**
             * Shape of a SignatureRequest.
             * @typedef {permafrost.v1.SignatureRequest.$Properties} permafrost.v1.SignatureRequest.$Shape
             */

            /**
             * Constructs a new SignatureRequest.
             * @memberof permafrost.v1
             * @classdesc Represents a SignatureRequest.
             * @constructor
             * @param {permafrost.v1.SignatureRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const SignatureRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * SignatureRequest requester.
             * @member {Uint8Array} requester
             * @memberof permafrost.v1.SignatureRequest
             * @instance
             */
            SignatureRequest.prototype.requester = $util.newBuffer([]);

            /**
             * SignatureRequest keyId.
             * @member {Uint8Array} keyId
             * @memberof permafrost.v1.SignatureRequest
             * @instance
             */
            SignatureRequest.prototype.keyId = $util.newBuffer([]);

            /**
             * SignatureRequest publicKey.
             * @member {Uint8Array} publicKey
             * @memberof permafrost.v1.SignatureRequest
             * @instance
             */
            SignatureRequest.prototype.publicKey = $util.newBuffer([]);

            /**
             * SignatureRequest suite.
             * @member {string} suite
             * @memberof permafrost.v1.SignatureRequest
             * @instance
             */
            SignatureRequest.prototype.suite = "";

            /**
             * SignatureRequest path.
             * @member {string} path
             * @memberof permafrost.v1.SignatureRequest
             * @instance
             */
            SignatureRequest.prototype.path = "";

            /**
             * SignatureRequest tweak.
             * @member {Uint8Array} tweak
             * @memberof permafrost.v1.SignatureRequest
             * @instance
             */
            SignatureRequest.prototype.tweak = $util.newBuffer([]);

            /**
             * SignatureRequest message.
             * @member {Uint8Array} message
             * @memberof permafrost.v1.SignatureRequest
             * @instance
             */
            SignatureRequest.prototype.message = $util.newBuffer([]);

            /**
             * SignatureRequest idempotencyKey.
             * @member {Uint8Array} idempotencyKey
             * @memberof permafrost.v1.SignatureRequest
             * @instance
             */
            SignatureRequest.prototype.idempotencyKey = $util.newBuffer([]);

            /**
             * SignatureRequest notBeforeMs.
             * @member {number|Long} notBeforeMs
             * @memberof permafrost.v1.SignatureRequest
             * @instance
             */
            SignatureRequest.prototype.notBeforeMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * SignatureRequest deadlineMs.
             * @member {number|Long} deadlineMs
             * @memberof permafrost.v1.SignatureRequest
             * @instance
             */
            SignatureRequest.prototype.deadlineMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * SignatureRequest signature.
             * @member {Uint8Array} signature
             * @memberof permafrost.v1.SignatureRequest
             * @instance
             */
            SignatureRequest.prototype.signature = $util.newBuffer([]);

            /**
             * Creates a new SignatureRequest instance using the specified properties.
             * @function create
             * @memberof permafrost.v1.SignatureRequest
             * @static
             * @param {permafrost.v1.SignatureRequest.$Properties=} [properties] Properties to set
             * @returns {permafrost.v1.SignatureRequest} SignatureRequest instance
             * @type {{
             *   (properties: permafrost.v1.SignatureRequest.$Shape): permafrost.v1.SignatureRequest & permafrost.v1.SignatureRequest.$Shape;
             *   (properties?: permafrost.v1.SignatureRequest.$Properties): permafrost.v1.SignatureRequest;
             * }}
             */
            SignatureRequest.create = function(properties) {
                return new SignatureRequest(properties);
            };

            /**
             * Encodes the specified SignatureRequest message. Does not implicitly {@link permafrost.v1.SignatureRequest.verify|verify} messages.
             * @function encode
             * @memberof permafrost.v1.SignatureRequest
             * @static
             * @param {permafrost.v1.SignatureRequest.$Properties} message SignatureRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            SignatureRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.requester != null && $Object.hasOwnProperty.call(message, "requester") && message.requester.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.requester);
                if (message.keyId != null && $Object.hasOwnProperty.call(message, "keyId") && message.keyId.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.keyId);
                if (message.publicKey != null && $Object.hasOwnProperty.call(message, "publicKey") && message.publicKey.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.publicKey);
                if (message.suite != null && $Object.hasOwnProperty.call(message, "suite") && message.suite !== "")
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.suite);
                if (message.path != null && $Object.hasOwnProperty.call(message, "path") && message.path !== "")
                    writer.uint32(/* id 5, wireType 2 =*/42).string(message.path);
                if (message.tweak != null && $Object.hasOwnProperty.call(message, "tweak") && message.tweak.length)
                    writer.uint32(/* id 6, wireType 2 =*/50).bytes(message.tweak);
                if (message.message != null && $Object.hasOwnProperty.call(message, "message") && message.message.length)
                    writer.uint32(/* id 7, wireType 2 =*/58).bytes(message.message);
                if (message.idempotencyKey != null && $Object.hasOwnProperty.call(message, "idempotencyKey") && message.idempotencyKey.length)
                    writer.uint32(/* id 8, wireType 2 =*/66).bytes(message.idempotencyKey);
                if (message.notBeforeMs != null && $Object.hasOwnProperty.call(message, "notBeforeMs") && (typeof message.notBeforeMs === "object" ? message.notBeforeMs.low || message.notBeforeMs.high : message.notBeforeMs !== 0))
                    writer.uint32(/* id 9, wireType 0 =*/72).uint64(message.notBeforeMs);
                if (message.deadlineMs != null && $Object.hasOwnProperty.call(message, "deadlineMs") && (typeof message.deadlineMs === "object" ? message.deadlineMs.low || message.deadlineMs.high : message.deadlineMs !== 0))
                    writer.uint32(/* id 10, wireType 0 =*/80).uint64(message.deadlineMs);
                if (message.signature != null && $Object.hasOwnProperty.call(message, "signature") && message.signature.length)
                    writer.uint32(/* id 11, wireType 2 =*/90).bytes(message.signature);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a SignatureRequest message from the specified reader or buffer.
             * @function decode
             * @memberof permafrost.v1.SignatureRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {permafrost.v1.SignatureRequest & permafrost.v1.SignatureRequest.$Shape} SignatureRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            SignatureRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.permafrost.v1.SignatureRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.requester = value;
                            else
                                delete message.requester;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.keyId = value;
                            else
                                delete message.keyId;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.publicKey = value;
                            else
                                delete message.publicKey;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.suite = value;
                            else
                                delete message.suite;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.path = value;
                            else
                                delete message.path;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.tweak = value;
                            else
                                delete message.tweak;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.message = value;
                            else
                                delete message.message;
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.idempotencyKey = value;
                            else
                                delete message.idempotencyKey;
                            continue;
                        }
                    case 9: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.notBeforeMs = value;
                            else
                                delete message.notBeforeMs;
                            continue;
                        }
                    case 10: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.deadlineMs = value;
                            else
                                delete message.deadlineMs;
                            continue;
                        }
                    case 11: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.signature = value;
                            else
                                delete message.signature;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return SignatureRequest;
        })();

        v1.NonceOffer = (function() {

            /**
             * Properties of a NonceOffer.
             * @typedef {Object} permafrost.v1.NonceOffer.$Properties
             * @property {string} [suite] NonceOffer suite
             * @property {Uint8Array} [keyId] NonceOffer keyId
             * @property {Uint8Array} [epochId] NonceOffer epochId
             * @property {number} [identifier] NonceOffer identifier
             * @property {Uint8Array} [coordinator] NonceOffer coordinator
             * @property {Uint8Array} [coordinatorBootId] NonceOffer coordinatorBootId
             * @property {Uint8Array} [bootId] NonceOffer bootId
             * @property {number|Long} [nonceId] NonceOffer nonceId
             * @property {Uint8Array} [hiding] NonceOffer hiding
             * @property {Uint8Array} [binding] NonceOffer binding
             * @property {number|Long} [notAfterMs] NonceOffer notAfterMs
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a NonceOffer.
             * @memberof permafrost.v1
             * @interface INonceOffer
             * @augments permafrost.v1.NonceOffer.$Properties
             * @deprecated Use permafrost.v1.NonceOffer.$Properties instead.
             */

            /**
             * Shape of a NonceOffer.
             * @typedef {permafrost.v1.NonceOffer.$Properties} permafrost.v1.NonceOffer.$Shape
             */

            /**
             * Constructs a new NonceOffer.
             * @memberof permafrost.v1
             * @classdesc Represents a NonceOffer.
             * @constructor
             * @param {permafrost.v1.NonceOffer.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const NonceOffer = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * NonceOffer suite.
             * @member {string} suite
             * @memberof permafrost.v1.NonceOffer
             * @instance
             */
            NonceOffer.prototype.suite = "";

            /**
             * NonceOffer keyId.
             * @member {Uint8Array} keyId
             * @memberof permafrost.v1.NonceOffer
             * @instance
             */
            NonceOffer.prototype.keyId = $util.newBuffer([]);

            /**
             * NonceOffer epochId.
             * @member {Uint8Array} epochId
             * @memberof permafrost.v1.NonceOffer
             * @instance
             */
            NonceOffer.prototype.epochId = $util.newBuffer([]);

            /**
             * NonceOffer identifier.
             * @member {number} identifier
             * @memberof permafrost.v1.NonceOffer
             * @instance
             */
            NonceOffer.prototype.identifier = 0;

            /**
             * NonceOffer coordinator.
             * @member {Uint8Array} coordinator
             * @memberof permafrost.v1.NonceOffer
             * @instance
             */
            NonceOffer.prototype.coordinator = $util.newBuffer([]);

            /**
             * NonceOffer coordinatorBootId.
             * @member {Uint8Array} coordinatorBootId
             * @memberof permafrost.v1.NonceOffer
             * @instance
             */
            NonceOffer.prototype.coordinatorBootId = $util.newBuffer([]);

            /**
             * NonceOffer bootId.
             * @member {Uint8Array} bootId
             * @memberof permafrost.v1.NonceOffer
             * @instance
             */
            NonceOffer.prototype.bootId = $util.newBuffer([]);

            /**
             * NonceOffer nonceId.
             * @member {number|Long} nonceId
             * @memberof permafrost.v1.NonceOffer
             * @instance
             */
            NonceOffer.prototype.nonceId = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * NonceOffer hiding.
             * @member {Uint8Array} hiding
             * @memberof permafrost.v1.NonceOffer
             * @instance
             */
            NonceOffer.prototype.hiding = $util.newBuffer([]);

            /**
             * NonceOffer binding.
             * @member {Uint8Array} binding
             * @memberof permafrost.v1.NonceOffer
             * @instance
             */
            NonceOffer.prototype.binding = $util.newBuffer([]);

            /**
             * NonceOffer notAfterMs.
             * @member {number|Long} notAfterMs
             * @memberof permafrost.v1.NonceOffer
             * @instance
             */
            NonceOffer.prototype.notAfterMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Creates a new NonceOffer instance using the specified properties.
             * @function create
             * @memberof permafrost.v1.NonceOffer
             * @static
             * @param {permafrost.v1.NonceOffer.$Properties=} [properties] Properties to set
             * @returns {permafrost.v1.NonceOffer} NonceOffer instance
             * @type {{
             *   (properties: permafrost.v1.NonceOffer.$Shape): permafrost.v1.NonceOffer & permafrost.v1.NonceOffer.$Shape;
             *   (properties?: permafrost.v1.NonceOffer.$Properties): permafrost.v1.NonceOffer;
             * }}
             */
            NonceOffer.create = function(properties) {
                return new NonceOffer(properties);
            };

            /**
             * Encodes the specified NonceOffer message. Does not implicitly {@link permafrost.v1.NonceOffer.verify|verify} messages.
             * @function encode
             * @memberof permafrost.v1.NonceOffer
             * @static
             * @param {permafrost.v1.NonceOffer.$Properties} message NonceOffer message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            NonceOffer.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.suite != null && $Object.hasOwnProperty.call(message, "suite") && message.suite !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.suite);
                if (message.keyId != null && $Object.hasOwnProperty.call(message, "keyId") && message.keyId.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.keyId);
                if (message.epochId != null && $Object.hasOwnProperty.call(message, "epochId") && message.epochId.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.epochId);
                if (message.identifier != null && $Object.hasOwnProperty.call(message, "identifier") && message.identifier !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.identifier);
                if (message.coordinator != null && $Object.hasOwnProperty.call(message, "coordinator") && message.coordinator.length)
                    writer.uint32(/* id 5, wireType 2 =*/42).bytes(message.coordinator);
                if (message.coordinatorBootId != null && $Object.hasOwnProperty.call(message, "coordinatorBootId") && message.coordinatorBootId.length)
                    writer.uint32(/* id 6, wireType 2 =*/50).bytes(message.coordinatorBootId);
                if (message.bootId != null && $Object.hasOwnProperty.call(message, "bootId") && message.bootId.length)
                    writer.uint32(/* id 7, wireType 2 =*/58).bytes(message.bootId);
                if (message.nonceId != null && $Object.hasOwnProperty.call(message, "nonceId") && (typeof message.nonceId === "object" ? message.nonceId.low || message.nonceId.high : message.nonceId !== 0))
                    writer.uint32(/* id 8, wireType 0 =*/64).uint64(message.nonceId);
                if (message.hiding != null && $Object.hasOwnProperty.call(message, "hiding") && message.hiding.length)
                    writer.uint32(/* id 9, wireType 2 =*/74).bytes(message.hiding);
                if (message.binding != null && $Object.hasOwnProperty.call(message, "binding") && message.binding.length)
                    writer.uint32(/* id 10, wireType 2 =*/82).bytes(message.binding);
                if (message.notAfterMs != null && $Object.hasOwnProperty.call(message, "notAfterMs") && (typeof message.notAfterMs === "object" ? message.notAfterMs.low || message.notAfterMs.high : message.notAfterMs !== 0))
                    writer.uint32(/* id 11, wireType 0 =*/88).uint64(message.notAfterMs);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a NonceOffer message from the specified reader or buffer.
             * @function decode
             * @memberof permafrost.v1.NonceOffer
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {permafrost.v1.NonceOffer & permafrost.v1.NonceOffer.$Shape} NonceOffer
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            NonceOffer.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.permafrost.v1.NonceOffer();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.suite = value;
                            else
                                delete message.suite;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.keyId = value;
                            else
                                delete message.keyId;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.epochId = value;
                            else
                                delete message.epochId;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.identifier = value;
                            else
                                delete message.identifier;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.coordinator = value;
                            else
                                delete message.coordinator;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.coordinatorBootId = value;
                            else
                                delete message.coordinatorBootId;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.bootId = value;
                            else
                                delete message.bootId;
                            continue;
                        }
                    case 8: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.nonceId = value;
                            else
                                delete message.nonceId;
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.hiding = value;
                            else
                                delete message.hiding;
                            continue;
                        }
                    case 10: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.binding = value;
                            else
                                delete message.binding;
                            continue;
                        }
                    case 11: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.notAfterMs = value;
                            else
                                delete message.notAfterMs;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return NonceOffer;
        })();

        v1.OfferBatch = (function() {

            /**
             * Properties of an OfferBatch.
             * @typedef {Object} permafrost.v1.OfferBatch.$Properties
             * @property {Array.<Uint8Array>} [items] OfferBatch items
             * @property {Uint8Array} [signature] OfferBatch signature
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an OfferBatch.
             * @memberof permafrost.v1
             * @interface IOfferBatch
             * @augments permafrost.v1.OfferBatch.$Properties
             * @deprecated Use permafrost.v1.OfferBatch.$Properties instead.
             */

            /**
             * Shape of an OfferBatch.
             * @typedef {permafrost.v1.OfferBatch.$Properties} permafrost.v1.OfferBatch.$Shape
             */

            /**
             * Constructs a new OfferBatch.
             * @memberof permafrost.v1
             * @classdesc Represents an OfferBatch.
             * @constructor
             * @param {permafrost.v1.OfferBatch.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const OfferBatch = function (properties) {
                this.items = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * OfferBatch items.
             * @member {Array.<Uint8Array>} items
             * @memberof permafrost.v1.OfferBatch
             * @instance
             */
            OfferBatch.prototype.items = $util.emptyArray;

            /**
             * OfferBatch signature.
             * @member {Uint8Array} signature
             * @memberof permafrost.v1.OfferBatch
             * @instance
             */
            OfferBatch.prototype.signature = $util.newBuffer([]);

            /**
             * Creates a new OfferBatch instance using the specified properties.
             * @function create
             * @memberof permafrost.v1.OfferBatch
             * @static
             * @param {permafrost.v1.OfferBatch.$Properties=} [properties] Properties to set
             * @returns {permafrost.v1.OfferBatch} OfferBatch instance
             * @type {{
             *   (properties: permafrost.v1.OfferBatch.$Shape): permafrost.v1.OfferBatch & permafrost.v1.OfferBatch.$Shape;
             *   (properties?: permafrost.v1.OfferBatch.$Properties): permafrost.v1.OfferBatch;
             * }}
             */
            OfferBatch.create = function(properties) {
                return new OfferBatch(properties);
            };

            /**
             * Encodes the specified OfferBatch message. Does not implicitly {@link permafrost.v1.OfferBatch.verify|verify} messages.
             * @function encode
             * @memberof permafrost.v1.OfferBatch
             * @static
             * @param {permafrost.v1.OfferBatch.$Properties} message OfferBatch message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            OfferBatch.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.items != null && message.items.length)
                    for (let i = 0; i < message.items.length; ++i)
                        writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.items[i]);
                if (message.signature != null && $Object.hasOwnProperty.call(message, "signature") && message.signature.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.signature);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an OfferBatch message from the specified reader or buffer.
             * @function decode
             * @memberof permafrost.v1.OfferBatch
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {permafrost.v1.OfferBatch & permafrost.v1.OfferBatch.$Shape} OfferBatch
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            OfferBatch.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.permafrost.v1.OfferBatch();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.items && message.items.length))
                                message.items = [];
                            message.items.push(reader.bytes());
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.signature = value;
                            else
                                delete message.signature;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return OfferBatch;
        })();

        v1.OfferProof = (function() {

            /**
             * Properties of an OfferProof.
             * @typedef {Object} permafrost.v1.OfferProof.$Properties
             * @property {Uint8Array} [item] OfferProof item
             * @property {Array.<Uint8Array>} [hashes] OfferProof hashes
             * @property {Uint8Array} [signature] OfferProof signature
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an OfferProof.
             * @memberof permafrost.v1
             * @interface IOfferProof
             * @augments permafrost.v1.OfferProof.$Properties
             * @deprecated Use permafrost.v1.OfferProof.$Properties instead.
             */

            /**
             * Shape of an OfferProof.
             * @typedef {permafrost.v1.OfferProof.$Properties} permafrost.v1.OfferProof.$Shape
             */

            /**
             * Constructs a new OfferProof.
             * @memberof permafrost.v1
             * @classdesc Represents an OfferProof.
             * @constructor
             * @param {permafrost.v1.OfferProof.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const OfferProof = function (properties) {
                this.hashes = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * OfferProof item.
             * @member {Uint8Array} item
             * @memberof permafrost.v1.OfferProof
             * @instance
             */
            OfferProof.prototype.item = $util.newBuffer([]);

            /**
             * OfferProof hashes.
             * @member {Array.<Uint8Array>} hashes
             * @memberof permafrost.v1.OfferProof
             * @instance
             */
            OfferProof.prototype.hashes = $util.emptyArray;

            /**
             * OfferProof signature.
             * @member {Uint8Array} signature
             * @memberof permafrost.v1.OfferProof
             * @instance
             */
            OfferProof.prototype.signature = $util.newBuffer([]);

            /**
             * Creates a new OfferProof instance using the specified properties.
             * @function create
             * @memberof permafrost.v1.OfferProof
             * @static
             * @param {permafrost.v1.OfferProof.$Properties=} [properties] Properties to set
             * @returns {permafrost.v1.OfferProof} OfferProof instance
             * @type {{
             *   (properties: permafrost.v1.OfferProof.$Shape): permafrost.v1.OfferProof & permafrost.v1.OfferProof.$Shape;
             *   (properties?: permafrost.v1.OfferProof.$Properties): permafrost.v1.OfferProof;
             * }}
             */
            OfferProof.create = function(properties) {
                return new OfferProof(properties);
            };

            /**
             * Encodes the specified OfferProof message. Does not implicitly {@link permafrost.v1.OfferProof.verify|verify} messages.
             * @function encode
             * @memberof permafrost.v1.OfferProof
             * @static
             * @param {permafrost.v1.OfferProof.$Properties} message OfferProof message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            OfferProof.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.item != null && $Object.hasOwnProperty.call(message, "item") && message.item.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.item);
                if (message.hashes != null && message.hashes.length)
                    for (let i = 0; i < message.hashes.length; ++i)
                        writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.hashes[i]);
                if (message.signature != null && $Object.hasOwnProperty.call(message, "signature") && message.signature.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.signature);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an OfferProof message from the specified reader or buffer.
             * @function decode
             * @memberof permafrost.v1.OfferProof
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {permafrost.v1.OfferProof & permafrost.v1.OfferProof.$Shape} OfferProof
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            OfferProof.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.permafrost.v1.OfferProof();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.item = value;
                            else
                                delete message.item;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.hashes && message.hashes.length))
                                message.hashes = [];
                            message.hashes.push(reader.bytes());
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.signature = value;
                            else
                                delete message.signature;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return OfferProof;
        })();

        v1.OfferRequest = (function() {

            /**
             * Properties of an OfferRequest.
             * @typedef {Object} permafrost.v1.OfferRequest.$Properties
             * @property {Uint8Array} [keyId] OfferRequest keyId
             * @property {Uint8Array} [epochId] OfferRequest epochId
             * @property {number} [count] OfferRequest count
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an OfferRequest.
             * @memberof permafrost.v1
             * @interface IOfferRequest
             * @augments permafrost.v1.OfferRequest.$Properties
             * @deprecated Use permafrost.v1.OfferRequest.$Properties instead.
             */

            /**
             * Shape of an OfferRequest.
             * @typedef {permafrost.v1.OfferRequest.$Properties} permafrost.v1.OfferRequest.$Shape
             */

            /**
             * Constructs a new OfferRequest.
             * @memberof permafrost.v1
             * @classdesc Represents an OfferRequest.
             * @constructor
             * @param {permafrost.v1.OfferRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const OfferRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * OfferRequest keyId.
             * @member {Uint8Array} keyId
             * @memberof permafrost.v1.OfferRequest
             * @instance
             */
            OfferRequest.prototype.keyId = $util.newBuffer([]);

            /**
             * OfferRequest epochId.
             * @member {Uint8Array} epochId
             * @memberof permafrost.v1.OfferRequest
             * @instance
             */
            OfferRequest.prototype.epochId = $util.newBuffer([]);

            /**
             * OfferRequest count.
             * @member {number} count
             * @memberof permafrost.v1.OfferRequest
             * @instance
             */
            OfferRequest.prototype.count = 0;

            /**
             * Creates a new OfferRequest instance using the specified properties.
             * @function create
             * @memberof permafrost.v1.OfferRequest
             * @static
             * @param {permafrost.v1.OfferRequest.$Properties=} [properties] Properties to set
             * @returns {permafrost.v1.OfferRequest} OfferRequest instance
             * @type {{
             *   (properties: permafrost.v1.OfferRequest.$Shape): permafrost.v1.OfferRequest & permafrost.v1.OfferRequest.$Shape;
             *   (properties?: permafrost.v1.OfferRequest.$Properties): permafrost.v1.OfferRequest;
             * }}
             */
            OfferRequest.create = function(properties) {
                return new OfferRequest(properties);
            };

            /**
             * Encodes the specified OfferRequest message. Does not implicitly {@link permafrost.v1.OfferRequest.verify|verify} messages.
             * @function encode
             * @memberof permafrost.v1.OfferRequest
             * @static
             * @param {permafrost.v1.OfferRequest.$Properties} message OfferRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            OfferRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.keyId != null && $Object.hasOwnProperty.call(message, "keyId") && message.keyId.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.keyId);
                if (message.epochId != null && $Object.hasOwnProperty.call(message, "epochId") && message.epochId.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.epochId);
                if (message.count != null && $Object.hasOwnProperty.call(message, "count") && message.count !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.count);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an OfferRequest message from the specified reader or buffer.
             * @function decode
             * @memberof permafrost.v1.OfferRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {permafrost.v1.OfferRequest & permafrost.v1.OfferRequest.$Shape} OfferRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            OfferRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.permafrost.v1.OfferRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.keyId = value;
                            else
                                delete message.keyId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.epochId = value;
                            else
                                delete message.epochId;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.count = value;
                            else
                                delete message.count;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return OfferRequest;
        })();

        v1.NoOffers = (function() {

            /**
             * Properties of a NoOffers.
             * @typedef {Object} permafrost.v1.NoOffers.$Properties
             * @property {Uint8Array} [keyId] NoOffers keyId
             * @property {Uint8Array} [epochId] NoOffers epochId
             * @property {string} [code] NoOffers code
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a NoOffers.
             * @memberof permafrost.v1
             * @interface INoOffers
             * @augments permafrost.v1.NoOffers.$Properties
             * @deprecated Use permafrost.v1.NoOffers.$Properties instead.
             */

            /**
             * Shape of a NoOffers.
             * @typedef {permafrost.v1.NoOffers.$Properties} permafrost.v1.NoOffers.$Shape
             */

            /**
             * Constructs a new NoOffers.
             * @memberof permafrost.v1
             * @classdesc Represents a NoOffers.
             * @constructor
             * @param {permafrost.v1.NoOffers.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const NoOffers = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * NoOffers keyId.
             * @member {Uint8Array} keyId
             * @memberof permafrost.v1.NoOffers
             * @instance
             */
            NoOffers.prototype.keyId = $util.newBuffer([]);

            /**
             * NoOffers epochId.
             * @member {Uint8Array} epochId
             * @memberof permafrost.v1.NoOffers
             * @instance
             */
            NoOffers.prototype.epochId = $util.newBuffer([]);

            /**
             * NoOffers code.
             * @member {string} code
             * @memberof permafrost.v1.NoOffers
             * @instance
             */
            NoOffers.prototype.code = "";

            /**
             * Creates a new NoOffers instance using the specified properties.
             * @function create
             * @memberof permafrost.v1.NoOffers
             * @static
             * @param {permafrost.v1.NoOffers.$Properties=} [properties] Properties to set
             * @returns {permafrost.v1.NoOffers} NoOffers instance
             * @type {{
             *   (properties: permafrost.v1.NoOffers.$Shape): permafrost.v1.NoOffers & permafrost.v1.NoOffers.$Shape;
             *   (properties?: permafrost.v1.NoOffers.$Properties): permafrost.v1.NoOffers;
             * }}
             */
            NoOffers.create = function(properties) {
                return new NoOffers(properties);
            };

            /**
             * Encodes the specified NoOffers message. Does not implicitly {@link permafrost.v1.NoOffers.verify|verify} messages.
             * @function encode
             * @memberof permafrost.v1.NoOffers
             * @static
             * @param {permafrost.v1.NoOffers.$Properties} message NoOffers message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            NoOffers.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.keyId != null && $Object.hasOwnProperty.call(message, "keyId") && message.keyId.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.keyId);
                if (message.epochId != null && $Object.hasOwnProperty.call(message, "epochId") && message.epochId.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.epochId);
                if (message.code != null && $Object.hasOwnProperty.call(message, "code") && message.code !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.code);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a NoOffers message from the specified reader or buffer.
             * @function decode
             * @memberof permafrost.v1.NoOffers
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {permafrost.v1.NoOffers & permafrost.v1.NoOffers.$Shape} NoOffers
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            NoOffers.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.permafrost.v1.NoOffers();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.keyId = value;
                            else
                                delete message.keyId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.epochId = value;
                            else
                                delete message.epochId;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.code = value;
                            else
                                delete message.code;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return NoOffers;
        })();

        v1.HeldOffers = (function() {

            /**
             * Properties of a HeldOffers.
             * @typedef {Object} permafrost.v1.HeldOffers.$Properties
             * @property {Uint8Array} [bootId] HeldOffers bootId
             * @property {Array.<number|Long>} [nonceIds] HeldOffers nonceIds
             * @property {number|Long} [known] HeldOffers known
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a HeldOffers.
             * @memberof permafrost.v1
             * @interface IHeldOffers
             * @augments permafrost.v1.HeldOffers.$Properties
             * @deprecated Use permafrost.v1.HeldOffers.$Properties instead.
             */

            /**
             * Shape of a HeldOffers.
             * @typedef {permafrost.v1.HeldOffers.$Properties} permafrost.v1.HeldOffers.$Shape
             */

            /**
             * Constructs a new HeldOffers.
             * @memberof permafrost.v1
             * @classdesc Represents a HeldOffers.
             * @constructor
             * @param {permafrost.v1.HeldOffers.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const HeldOffers = function (properties) {
                this.nonceIds = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * HeldOffers bootId.
             * @member {Uint8Array} bootId
             * @memberof permafrost.v1.HeldOffers
             * @instance
             */
            HeldOffers.prototype.bootId = $util.newBuffer([]);

            /**
             * HeldOffers nonceIds.
             * @member {Array.<number|Long>} nonceIds
             * @memberof permafrost.v1.HeldOffers
             * @instance
             */
            HeldOffers.prototype.nonceIds = $util.emptyArray;

            /**
             * HeldOffers known.
             * @member {number|Long} known
             * @memberof permafrost.v1.HeldOffers
             * @instance
             */
            HeldOffers.prototype.known = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Creates a new HeldOffers instance using the specified properties.
             * @function create
             * @memberof permafrost.v1.HeldOffers
             * @static
             * @param {permafrost.v1.HeldOffers.$Properties=} [properties] Properties to set
             * @returns {permafrost.v1.HeldOffers} HeldOffers instance
             * @type {{
             *   (properties: permafrost.v1.HeldOffers.$Shape): permafrost.v1.HeldOffers & permafrost.v1.HeldOffers.$Shape;
             *   (properties?: permafrost.v1.HeldOffers.$Properties): permafrost.v1.HeldOffers;
             * }}
             */
            HeldOffers.create = function(properties) {
                return new HeldOffers(properties);
            };

            /**
             * Encodes the specified HeldOffers message. Does not implicitly {@link permafrost.v1.HeldOffers.verify|verify} messages.
             * @function encode
             * @memberof permafrost.v1.HeldOffers
             * @static
             * @param {permafrost.v1.HeldOffers.$Properties} message HeldOffers message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            HeldOffers.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.bootId != null && $Object.hasOwnProperty.call(message, "bootId") && message.bootId.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.bootId);
                if (message.nonceIds != null && message.nonceIds.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).uint64s(message.nonceIds);
                if (message.known != null && $Object.hasOwnProperty.call(message, "known") && (typeof message.known === "object" ? message.known.low || message.known.high : message.known !== 0))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.known);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a HeldOffers message from the specified reader or buffer.
             * @function decode
             * @memberof permafrost.v1.HeldOffers
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {permafrost.v1.HeldOffers & permafrost.v1.HeldOffers.$Shape} HeldOffers
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            HeldOffers.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.permafrost.v1.HeldOffers();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.bootId = value;
                            else
                                delete message.bootId;
                            continue;
                        }
                    case 2: {
                            if (wireType === 2) {
                                if (!(message.nonceIds && message.nonceIds.length))
                                    message.nonceIds = [];
                                reader.uint64s(message.nonceIds);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.nonceIds && message.nonceIds.length))
                                message.nonceIds = [];
                            message.nonceIds.push(reader.uint64());
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.known = value;
                            else
                                delete message.known;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return HeldOffers;
        })();

        v1.SignCore = (function() {

            /**
             * Properties of a SignCore.
             * @typedef {Object} permafrost.v1.SignCore.$Properties
             * @property {Uint8Array} [epochId] SignCore epochId
             * @property {permafrost.v1.SignatureRequest.$Properties} [request] SignCore request
             * @property {number} [attempt] SignCore attempt
             * @property {Array.<number>} [signers] SignCore signers
             * @property {Array.<permafrost.v1.OfferProof.$Properties>} [offers] SignCore offers
             * @property {boolean} [canary] SignCore canary
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a SignCore.
             * @memberof permafrost.v1
             * @interface ISignCore
             * @augments permafrost.v1.SignCore.$Properties
             * @deprecated Use permafrost.v1.SignCore.$Properties instead.
             */

            /**
             * Shape of a SignCore.
             * @typedef {permafrost.v1.SignCore.$Properties} permafrost.v1.SignCore.$Shape
             */

            /**
             * Constructs a new SignCore.
             * @memberof permafrost.v1
             * @classdesc Represents a SignCore.
             * @constructor
             * @param {permafrost.v1.SignCore.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const SignCore = function (properties) {
                this.signers = [];
                this.offers = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * SignCore epochId.
             * @member {Uint8Array} epochId
             * @memberof permafrost.v1.SignCore
             * @instance
             */
            SignCore.prototype.epochId = $util.newBuffer([]);

            /**
             * SignCore request.
             * @member {permafrost.v1.SignatureRequest} request
             * @memberof permafrost.v1.SignCore
             * @instance
             */
            SignCore.prototype.request = null;

            /**
             * SignCore attempt.
             * @member {number} attempt
             * @memberof permafrost.v1.SignCore
             * @instance
             */
            SignCore.prototype.attempt = 0;

            /**
             * SignCore signers.
             * @member {Array.<number>} signers
             * @memberof permafrost.v1.SignCore
             * @instance
             */
            SignCore.prototype.signers = $util.emptyArray;

            /**
             * SignCore offers.
             * @member {Array.<permafrost.v1.OfferProof>} offers
             * @memberof permafrost.v1.SignCore
             * @instance
             */
            SignCore.prototype.offers = $util.emptyArray;

            /**
             * SignCore canary.
             * @member {boolean} canary
             * @memberof permafrost.v1.SignCore
             * @instance
             */
            SignCore.prototype.canary = false;

            /**
             * Creates a new SignCore instance using the specified properties.
             * @function create
             * @memberof permafrost.v1.SignCore
             * @static
             * @param {permafrost.v1.SignCore.$Properties=} [properties] Properties to set
             * @returns {permafrost.v1.SignCore} SignCore instance
             * @type {{
             *   (properties: permafrost.v1.SignCore.$Shape): permafrost.v1.SignCore & permafrost.v1.SignCore.$Shape;
             *   (properties?: permafrost.v1.SignCore.$Properties): permafrost.v1.SignCore;
             * }}
             */
            SignCore.create = function(properties) {
                return new SignCore(properties);
            };

            /**
             * Encodes the specified SignCore message. Does not implicitly {@link permafrost.v1.SignCore.verify|verify} messages.
             * @function encode
             * @memberof permafrost.v1.SignCore
             * @static
             * @param {permafrost.v1.SignCore.$Properties} message SignCore message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            SignCore.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.epochId != null && $Object.hasOwnProperty.call(message, "epochId") && message.epochId.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.epochId);
                if (message.request != null && $Object.hasOwnProperty.call(message, "request"))
                    $root.permafrost.v1.SignatureRequest.encode(message.request, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.attempt != null && $Object.hasOwnProperty.call(message, "attempt") && message.attempt !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.attempt);
                if (message.signers != null && message.signers.length)
                    writer.uint32(/* id 4, wireType 2 =*/34).uint32s(message.signers);
                if (message.offers != null && message.offers.length)
                    for (let i = 0; i < message.offers.length; ++i)
                        $root.permafrost.v1.OfferProof.encode(message.offers[i], writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                if (message.canary != null && $Object.hasOwnProperty.call(message, "canary") && message.canary !== false)
                    writer.uint32(/* id 6, wireType 0 =*/48).bool(message.canary);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a SignCore message from the specified reader or buffer.
             * @function decode
             * @memberof permafrost.v1.SignCore
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {permafrost.v1.SignCore & permafrost.v1.SignCore.$Shape} SignCore
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            SignCore.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.permafrost.v1.SignCore();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.epochId = value;
                            else
                                delete message.epochId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.request = $root.permafrost.v1.SignatureRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.request);
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.attempt = value;
                            else
                                delete message.attempt;
                            continue;
                        }
                    case 4: {
                            if (wireType === 2) {
                                if (!(message.signers && message.signers.length))
                                    message.signers = [];
                                reader.uint32s(message.signers);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.signers && message.signers.length))
                                message.signers = [];
                            message.signers.push(reader.uint32());
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if (!(message.offers && message.offers.length))
                                message.offers = [];
                            message.offers.push($root.permafrost.v1.OfferProof.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.canary = value;
                            else
                                delete message.canary;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return SignCore;
        })();

        v1.SignRefusal = (function() {

            /**
             * Properties of a SignRefusal.
             * @typedef {Object} permafrost.v1.SignRefusal.$Properties
             * @property {Uint8Array} [requestId] SignRefusal requestId
             * @property {number} [attempt] SignRefusal attempt
             * @property {string} [code] SignRefusal code
             * @property {string} [reason] SignRefusal reason
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a SignRefusal.
             * @memberof permafrost.v1
             * @interface ISignRefusal
             * @augments permafrost.v1.SignRefusal.$Properties
             * @deprecated Use permafrost.v1.SignRefusal.$Properties instead.
             */

            /**
             * Shape of a SignRefusal.
             * @typedef {permafrost.v1.SignRefusal.$Properties} permafrost.v1.SignRefusal.$Shape
             */

            /**
             * Constructs a new SignRefusal.
             * @memberof permafrost.v1
             * @classdesc Represents a SignRefusal.
             * @constructor
             * @param {permafrost.v1.SignRefusal.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const SignRefusal = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * SignRefusal requestId.
             * @member {Uint8Array} requestId
             * @memberof permafrost.v1.SignRefusal
             * @instance
             */
            SignRefusal.prototype.requestId = $util.newBuffer([]);

            /**
             * SignRefusal attempt.
             * @member {number} attempt
             * @memberof permafrost.v1.SignRefusal
             * @instance
             */
            SignRefusal.prototype.attempt = 0;

            /**
             * SignRefusal code.
             * @member {string} code
             * @memberof permafrost.v1.SignRefusal
             * @instance
             */
            SignRefusal.prototype.code = "";

            /**
             * SignRefusal reason.
             * @member {string} reason
             * @memberof permafrost.v1.SignRefusal
             * @instance
             */
            SignRefusal.prototype.reason = "";

            /**
             * Creates a new SignRefusal instance using the specified properties.
             * @function create
             * @memberof permafrost.v1.SignRefusal
             * @static
             * @param {permafrost.v1.SignRefusal.$Properties=} [properties] Properties to set
             * @returns {permafrost.v1.SignRefusal} SignRefusal instance
             * @type {{
             *   (properties: permafrost.v1.SignRefusal.$Shape): permafrost.v1.SignRefusal & permafrost.v1.SignRefusal.$Shape;
             *   (properties?: permafrost.v1.SignRefusal.$Properties): permafrost.v1.SignRefusal;
             * }}
             */
            SignRefusal.create = function(properties) {
                return new SignRefusal(properties);
            };

            /**
             * Encodes the specified SignRefusal message. Does not implicitly {@link permafrost.v1.SignRefusal.verify|verify} messages.
             * @function encode
             * @memberof permafrost.v1.SignRefusal
             * @static
             * @param {permafrost.v1.SignRefusal.$Properties} message SignRefusal message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            SignRefusal.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.requestId != null && $Object.hasOwnProperty.call(message, "requestId") && message.requestId.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.requestId);
                if (message.attempt != null && $Object.hasOwnProperty.call(message, "attempt") && message.attempt !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.attempt);
                if (message.code != null && $Object.hasOwnProperty.call(message, "code") && message.code !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.code);
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== "")
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.reason);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a SignRefusal message from the specified reader or buffer.
             * @function decode
             * @memberof permafrost.v1.SignRefusal
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {permafrost.v1.SignRefusal & permafrost.v1.SignRefusal.$Shape} SignRefusal
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            SignRefusal.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.permafrost.v1.SignRefusal();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.requestId = value;
                            else
                                delete message.requestId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.attempt = value;
                            else
                                delete message.attempt;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.code = value;
                            else
                                delete message.code;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.reason = value;
                            else
                                delete message.reason;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return SignRefusal;
        })();

        v1.SignResult = (function() {

            /**
             * Properties of a SignResult.
             * @typedef {Object} permafrost.v1.SignResult.$Properties
             * @property {Uint8Array} [requestId] SignResult requestId
             * @property {Uint8Array} [signature] SignResult signature
             * @property {Array.<number>} [signers] SignResult signers
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a SignResult.
             * @memberof permafrost.v1
             * @interface ISignResult
             * @augments permafrost.v1.SignResult.$Properties
             * @deprecated Use permafrost.v1.SignResult.$Properties instead.
             */

            /**
             * Shape of a SignResult.
             * @typedef {permafrost.v1.SignResult.$Properties} permafrost.v1.SignResult.$Shape
             */

            /**
             * Constructs a new SignResult.
             * @memberof permafrost.v1
             * @classdesc Represents a SignResult.
             * @constructor
             * @param {permafrost.v1.SignResult.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const SignResult = function (properties) {
                this.signers = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * SignResult requestId.
             * @member {Uint8Array} requestId
             * @memberof permafrost.v1.SignResult
             * @instance
             */
            SignResult.prototype.requestId = $util.newBuffer([]);

            /**
             * SignResult signature.
             * @member {Uint8Array} signature
             * @memberof permafrost.v1.SignResult
             * @instance
             */
            SignResult.prototype.signature = $util.newBuffer([]);

            /**
             * SignResult signers.
             * @member {Array.<number>} signers
             * @memberof permafrost.v1.SignResult
             * @instance
             */
            SignResult.prototype.signers = $util.emptyArray;

            /**
             * Creates a new SignResult instance using the specified properties.
             * @function create
             * @memberof permafrost.v1.SignResult
             * @static
             * @param {permafrost.v1.SignResult.$Properties=} [properties] Properties to set
             * @returns {permafrost.v1.SignResult} SignResult instance
             * @type {{
             *   (properties: permafrost.v1.SignResult.$Shape): permafrost.v1.SignResult & permafrost.v1.SignResult.$Shape;
             *   (properties?: permafrost.v1.SignResult.$Properties): permafrost.v1.SignResult;
             * }}
             */
            SignResult.create = function(properties) {
                return new SignResult(properties);
            };

            /**
             * Encodes the specified SignResult message. Does not implicitly {@link permafrost.v1.SignResult.verify|verify} messages.
             * @function encode
             * @memberof permafrost.v1.SignResult
             * @static
             * @param {permafrost.v1.SignResult.$Properties} message SignResult message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            SignResult.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.requestId != null && $Object.hasOwnProperty.call(message, "requestId") && message.requestId.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.requestId);
                if (message.signature != null && $Object.hasOwnProperty.call(message, "signature") && message.signature.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.signature);
                if (message.signers != null && message.signers.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).uint32s(message.signers);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a SignResult message from the specified reader or buffer.
             * @function decode
             * @memberof permafrost.v1.SignResult
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {permafrost.v1.SignResult & permafrost.v1.SignResult.$Shape} SignResult
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            SignResult.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.permafrost.v1.SignResult();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.requestId = value;
                            else
                                delete message.requestId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.signature = value;
                            else
                                delete message.signature;
                            continue;
                        }
                    case 3: {
                            if (wireType === 2) {
                                if (!(message.signers && message.signers.length))
                                    message.signers = [];
                                reader.uint32s(message.signers);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.signers && message.signers.length))
                                message.signers = [];
                            message.signers.push(reader.uint32());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return SignResult;
        })();

        v1.StoredKey = (function() {

            /**
             * Properties of a StoredKey.
             * @typedef {Object} permafrost.v1.StoredKey.$Properties
             * @property {Uint8Array} [keyId] StoredKey keyId
             * @property {Uint8Array} [proposal] StoredKey proposal
             * @property {number|Long} [attempt] StoredKey attempt
             * @property {number} [seat] StoredKey seat
             * @property {Uint8Array} [scope] StoredKey scope
             * @property {Uint8Array} [sessionId] StoredKey sessionId
             * @property {Uint8Array} [transcript] StoredKey transcript
             * @property {Array.<Uint8Array>} [joins] StoredKey joins
             * @property {Array.<Uint8Array>} [commits] StoredKey commits
             * @property {Array.<Uint8Array>} [reveals] StoredKey reveals
             * @property {Uint8Array} [ownCert] StoredKey ownCert
             * @property {string} [state] StoredKey state
             * @property {Array.<Uint8Array>} [hosts] StoredKey hosts
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a StoredKey.
             * @memberof permafrost.v1
             * @interface IStoredKey
             * @augments permafrost.v1.StoredKey.$Properties
             * @deprecated Use permafrost.v1.StoredKey.$Properties instead.
             */

            /**
             * Shape of a StoredKey.
             * @typedef {permafrost.v1.StoredKey.$Properties} permafrost.v1.StoredKey.$Shape
             */

            /**
             * Constructs a new StoredKey.
             * @memberof permafrost.v1
             * @classdesc Represents a StoredKey.
             * @constructor
             * @param {permafrost.v1.StoredKey.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const StoredKey = function (properties) {
                this.joins = [];
                this.commits = [];
                this.reveals = [];
                this.hosts = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * StoredKey keyId.
             * @member {Uint8Array} keyId
             * @memberof permafrost.v1.StoredKey
             * @instance
             */
            StoredKey.prototype.keyId = $util.newBuffer([]);

            /**
             * StoredKey proposal.
             * @member {Uint8Array} proposal
             * @memberof permafrost.v1.StoredKey
             * @instance
             */
            StoredKey.prototype.proposal = $util.newBuffer([]);

            /**
             * StoredKey attempt.
             * @member {number|Long} attempt
             * @memberof permafrost.v1.StoredKey
             * @instance
             */
            StoredKey.prototype.attempt = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * StoredKey seat.
             * @member {number} seat
             * @memberof permafrost.v1.StoredKey
             * @instance
             */
            StoredKey.prototype.seat = 0;

            /**
             * StoredKey scope.
             * @member {Uint8Array} scope
             * @memberof permafrost.v1.StoredKey
             * @instance
             */
            StoredKey.prototype.scope = $util.newBuffer([]);

            /**
             * StoredKey sessionId.
             * @member {Uint8Array} sessionId
             * @memberof permafrost.v1.StoredKey
             * @instance
             */
            StoredKey.prototype.sessionId = $util.newBuffer([]);

            /**
             * StoredKey transcript.
             * @member {Uint8Array} transcript
             * @memberof permafrost.v1.StoredKey
             * @instance
             */
            StoredKey.prototype.transcript = $util.newBuffer([]);

            /**
             * StoredKey joins.
             * @member {Array.<Uint8Array>} joins
             * @memberof permafrost.v1.StoredKey
             * @instance
             */
            StoredKey.prototype.joins = $util.emptyArray;

            /**
             * StoredKey commits.
             * @member {Array.<Uint8Array>} commits
             * @memberof permafrost.v1.StoredKey
             * @instance
             */
            StoredKey.prototype.commits = $util.emptyArray;

            /**
             * StoredKey reveals.
             * @member {Array.<Uint8Array>} reveals
             * @memberof permafrost.v1.StoredKey
             * @instance
             */
            StoredKey.prototype.reveals = $util.emptyArray;

            /**
             * StoredKey ownCert.
             * @member {Uint8Array} ownCert
             * @memberof permafrost.v1.StoredKey
             * @instance
             */
            StoredKey.prototype.ownCert = $util.newBuffer([]);

            /**
             * StoredKey state.
             * @member {string} state
             * @memberof permafrost.v1.StoredKey
             * @instance
             */
            StoredKey.prototype.state = "";

            /**
             * StoredKey hosts.
             * @member {Array.<Uint8Array>} hosts
             * @memberof permafrost.v1.StoredKey
             * @instance
             */
            StoredKey.prototype.hosts = $util.emptyArray;

            /**
             * Creates a new StoredKey instance using the specified properties.
             * @function create
             * @memberof permafrost.v1.StoredKey
             * @static
             * @param {permafrost.v1.StoredKey.$Properties=} [properties] Properties to set
             * @returns {permafrost.v1.StoredKey} StoredKey instance
             * @type {{
             *   (properties: permafrost.v1.StoredKey.$Shape): permafrost.v1.StoredKey & permafrost.v1.StoredKey.$Shape;
             *   (properties?: permafrost.v1.StoredKey.$Properties): permafrost.v1.StoredKey;
             * }}
             */
            StoredKey.create = function(properties) {
                return new StoredKey(properties);
            };

            /**
             * Encodes the specified StoredKey message. Does not implicitly {@link permafrost.v1.StoredKey.verify|verify} messages.
             * @function encode
             * @memberof permafrost.v1.StoredKey
             * @static
             * @param {permafrost.v1.StoredKey.$Properties} message StoredKey message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            StoredKey.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.keyId != null && $Object.hasOwnProperty.call(message, "keyId") && message.keyId.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.keyId);
                if (message.proposal != null && $Object.hasOwnProperty.call(message, "proposal") && message.proposal.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.proposal);
                if (message.attempt != null && $Object.hasOwnProperty.call(message, "attempt") && (typeof message.attempt === "object" ? message.attempt.low || message.attempt.high : message.attempt !== 0))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.attempt);
                if (message.seat != null && $Object.hasOwnProperty.call(message, "seat") && message.seat !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.seat);
                if (message.scope != null && $Object.hasOwnProperty.call(message, "scope") && message.scope.length)
                    writer.uint32(/* id 5, wireType 2 =*/42).bytes(message.scope);
                if (message.sessionId != null && $Object.hasOwnProperty.call(message, "sessionId") && message.sessionId.length)
                    writer.uint32(/* id 6, wireType 2 =*/50).bytes(message.sessionId);
                if (message.transcript != null && $Object.hasOwnProperty.call(message, "transcript") && message.transcript.length)
                    writer.uint32(/* id 7, wireType 2 =*/58).bytes(message.transcript);
                if (message.joins != null && message.joins.length)
                    for (let i = 0; i < message.joins.length; ++i)
                        writer.uint32(/* id 8, wireType 2 =*/66).bytes(message.joins[i]);
                if (message.commits != null && message.commits.length)
                    for (let i = 0; i < message.commits.length; ++i)
                        writer.uint32(/* id 9, wireType 2 =*/74).bytes(message.commits[i]);
                if (message.reveals != null && message.reveals.length)
                    for (let i = 0; i < message.reveals.length; ++i)
                        writer.uint32(/* id 10, wireType 2 =*/82).bytes(message.reveals[i]);
                if (message.ownCert != null && $Object.hasOwnProperty.call(message, "ownCert") && message.ownCert.length)
                    writer.uint32(/* id 11, wireType 2 =*/90).bytes(message.ownCert);
                if (message.state != null && $Object.hasOwnProperty.call(message, "state") && message.state !== "")
                    writer.uint32(/* id 12, wireType 2 =*/98).string(message.state);
                if (message.hosts != null && message.hosts.length)
                    for (let i = 0; i < message.hosts.length; ++i)
                        writer.uint32(/* id 13, wireType 2 =*/106).bytes(message.hosts[i]);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a StoredKey message from the specified reader or buffer.
             * @function decode
             * @memberof permafrost.v1.StoredKey
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {permafrost.v1.StoredKey & permafrost.v1.StoredKey.$Shape} StoredKey
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            StoredKey.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.permafrost.v1.StoredKey();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.keyId = value;
                            else
                                delete message.keyId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.proposal = value;
                            else
                                delete message.proposal;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.attempt = value;
                            else
                                delete message.attempt;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.seat = value;
                            else
                                delete message.seat;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.scope = value;
                            else
                                delete message.scope;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.sessionId = value;
                            else
                                delete message.sessionId;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.transcript = value;
                            else
                                delete message.transcript;
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            if (!(message.joins && message.joins.length))
                                message.joins = [];
                            message.joins.push(reader.bytes());
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            if (!(message.commits && message.commits.length))
                                message.commits = [];
                            message.commits.push(reader.bytes());
                            continue;
                        }
                    case 10: {
                            if (wireType !== 2)
                                break;
                            if (!(message.reveals && message.reveals.length))
                                message.reveals = [];
                            message.reveals.push(reader.bytes());
                            continue;
                        }
                    case 11: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.ownCert = value;
                            else
                                delete message.ownCert;
                            continue;
                        }
                    case 12: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.state = value;
                            else
                                delete message.state;
                            continue;
                        }
                    case 13: {
                            if (wireType !== 2)
                                break;
                            if (!(message.hosts && message.hosts.length))
                                message.hosts = [];
                            message.hosts.push(reader.bytes());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return StoredKey;
        })();

        v1.StoredKeyState = (function() {

            /**
             * Properties of a StoredKeyState.
             * @typedef {Object} permafrost.v1.StoredKeyState.$Properties
             * @property {string} [state] StoredKeyState state
             * @property {Uint8Array} [testSignature] StoredKeyState testSignature
             * @property {boolean} [settled] StoredKeyState settled
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a StoredKeyState.
             * @memberof permafrost.v1
             * @interface IStoredKeyState
             * @augments permafrost.v1.StoredKeyState.$Properties
             * @deprecated Use permafrost.v1.StoredKeyState.$Properties instead.
             */

            /**
             * Shape of a StoredKeyState.
             * @typedef {permafrost.v1.StoredKeyState.$Properties} permafrost.v1.StoredKeyState.$Shape
             */

            /**
             * Constructs a new StoredKeyState.
             * @memberof permafrost.v1
             * @classdesc Represents a StoredKeyState.
             * @constructor
             * @param {permafrost.v1.StoredKeyState.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const StoredKeyState = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * StoredKeyState state.
             * @member {string} state
             * @memberof permafrost.v1.StoredKeyState
             * @instance
             */
            StoredKeyState.prototype.state = "";

            /**
             * StoredKeyState testSignature.
             * @member {Uint8Array} testSignature
             * @memberof permafrost.v1.StoredKeyState
             * @instance
             */
            StoredKeyState.prototype.testSignature = $util.newBuffer([]);

            /**
             * StoredKeyState settled.
             * @member {boolean} settled
             * @memberof permafrost.v1.StoredKeyState
             * @instance
             */
            StoredKeyState.prototype.settled = false;

            /**
             * Creates a new StoredKeyState instance using the specified properties.
             * @function create
             * @memberof permafrost.v1.StoredKeyState
             * @static
             * @param {permafrost.v1.StoredKeyState.$Properties=} [properties] Properties to set
             * @returns {permafrost.v1.StoredKeyState} StoredKeyState instance
             * @type {{
             *   (properties: permafrost.v1.StoredKeyState.$Shape): permafrost.v1.StoredKeyState & permafrost.v1.StoredKeyState.$Shape;
             *   (properties?: permafrost.v1.StoredKeyState.$Properties): permafrost.v1.StoredKeyState;
             * }}
             */
            StoredKeyState.create = function(properties) {
                return new StoredKeyState(properties);
            };

            /**
             * Encodes the specified StoredKeyState message. Does not implicitly {@link permafrost.v1.StoredKeyState.verify|verify} messages.
             * @function encode
             * @memberof permafrost.v1.StoredKeyState
             * @static
             * @param {permafrost.v1.StoredKeyState.$Properties} message StoredKeyState message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            StoredKeyState.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.state != null && $Object.hasOwnProperty.call(message, "state") && message.state !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.state);
                if (message.testSignature != null && $Object.hasOwnProperty.call(message, "testSignature") && message.testSignature.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.testSignature);
                if (message.settled != null && $Object.hasOwnProperty.call(message, "settled") && message.settled !== false)
                    writer.uint32(/* id 3, wireType 0 =*/24).bool(message.settled);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a StoredKeyState message from the specified reader or buffer.
             * @function decode
             * @memberof permafrost.v1.StoredKeyState
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {permafrost.v1.StoredKeyState & permafrost.v1.StoredKeyState.$Shape} StoredKeyState
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            StoredKeyState.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.permafrost.v1.StoredKeyState();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.state = value;
                            else
                                delete message.state;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.testSignature = value;
                            else
                                delete message.testSignature;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.settled = value;
                            else
                                delete message.settled;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return StoredKeyState;
        })();

        v1.StoredProposal = (function() {

            /**
             * Properties of a StoredProposal.
             * @typedef {Object} permafrost.v1.StoredProposal.$Properties
             * @property {permafrost.v1.ProposalState.$Properties} [state] StoredProposal state
             * @property {number|Long} [attemptUsed] StoredProposal attemptUsed
             * @property {string} [outcome] StoredProposal outcome
             * @property {string} [detail] StoredProposal detail
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a StoredProposal.
             * @memberof permafrost.v1
             * @interface IStoredProposal
             * @augments permafrost.v1.StoredProposal.$Properties
             * @deprecated Use permafrost.v1.StoredProposal.$Properties instead.
             */

            /**
             * Shape of a StoredProposal.
             * @typedef {permafrost.v1.StoredProposal.$Properties} permafrost.v1.StoredProposal.$Shape
             */

            /**
             * Constructs a new StoredProposal.
             * @memberof permafrost.v1
             * @classdesc Represents a StoredProposal.
             * @constructor
             * @param {permafrost.v1.StoredProposal.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const StoredProposal = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * StoredProposal state.
             * @member {permafrost.v1.ProposalState} state
             * @memberof permafrost.v1.StoredProposal
             * @instance
             */
            StoredProposal.prototype.state = null;

            /**
             * StoredProposal attemptUsed.
             * @member {number|Long} attemptUsed
             * @memberof permafrost.v1.StoredProposal
             * @instance
             */
            StoredProposal.prototype.attemptUsed = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * StoredProposal outcome.
             * @member {string} outcome
             * @memberof permafrost.v1.StoredProposal
             * @instance
             */
            StoredProposal.prototype.outcome = "";

            /**
             * StoredProposal detail.
             * @member {string} detail
             * @memberof permafrost.v1.StoredProposal
             * @instance
             */
            StoredProposal.prototype.detail = "";

            /**
             * Creates a new StoredProposal instance using the specified properties.
             * @function create
             * @memberof permafrost.v1.StoredProposal
             * @static
             * @param {permafrost.v1.StoredProposal.$Properties=} [properties] Properties to set
             * @returns {permafrost.v1.StoredProposal} StoredProposal instance
             * @type {{
             *   (properties: permafrost.v1.StoredProposal.$Shape): permafrost.v1.StoredProposal & permafrost.v1.StoredProposal.$Shape;
             *   (properties?: permafrost.v1.StoredProposal.$Properties): permafrost.v1.StoredProposal;
             * }}
             */
            StoredProposal.create = function(properties) {
                return new StoredProposal(properties);
            };

            /**
             * Encodes the specified StoredProposal message. Does not implicitly {@link permafrost.v1.StoredProposal.verify|verify} messages.
             * @function encode
             * @memberof permafrost.v1.StoredProposal
             * @static
             * @param {permafrost.v1.StoredProposal.$Properties} message StoredProposal message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            StoredProposal.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.state != null && $Object.hasOwnProperty.call(message, "state"))
                    $root.permafrost.v1.ProposalState.encode(message.state, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.attemptUsed != null && $Object.hasOwnProperty.call(message, "attemptUsed") && (typeof message.attemptUsed === "object" ? message.attemptUsed.low || message.attemptUsed.high : message.attemptUsed !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.attemptUsed);
                if (message.outcome != null && $Object.hasOwnProperty.call(message, "outcome") && message.outcome !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.outcome);
                if (message.detail != null && $Object.hasOwnProperty.call(message, "detail") && message.detail !== "")
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.detail);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a StoredProposal message from the specified reader or buffer.
             * @function decode
             * @memberof permafrost.v1.StoredProposal
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {permafrost.v1.StoredProposal & permafrost.v1.StoredProposal.$Shape} StoredProposal
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            StoredProposal.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.permafrost.v1.StoredProposal();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.state = $root.permafrost.v1.ProposalState.decode(reader, reader.size(), $undefined, _depth + 1, message.state);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.attemptUsed = value;
                            else
                                delete message.attemptUsed;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.outcome = value;
                            else
                                delete message.outcome;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.detail = value;
                            else
                                delete message.detail;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return StoredProposal;
        })();

        v1.StoredOaths = (function() {

            /**
             * Properties of a StoredOaths.
             * @typedef {Object} permafrost.v1.StoredOaths.$Properties
             * @property {Uint8Array} [keyId] StoredOaths keyId
             * @property {Array.<Uint8Array>} [members] StoredOaths members
             * @property {Array.<permafrost.v1.Oath.$Properties>} [oaths] StoredOaths oaths
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a StoredOaths.
             * @memberof permafrost.v1
             * @interface IStoredOaths
             * @augments permafrost.v1.StoredOaths.$Properties
             * @deprecated Use permafrost.v1.StoredOaths.$Properties instead.
             */

            /**
             * Shape of a StoredOaths.
             * @typedef {permafrost.v1.StoredOaths.$Properties} permafrost.v1.StoredOaths.$Shape
             */

            /**
             * Constructs a new StoredOaths.
             * @memberof permafrost.v1
             * @classdesc Represents a StoredOaths.
             * @constructor
             * @param {permafrost.v1.StoredOaths.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const StoredOaths = function (properties) {
                this.members = [];
                this.oaths = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * StoredOaths keyId.
             * @member {Uint8Array} keyId
             * @memberof permafrost.v1.StoredOaths
             * @instance
             */
            StoredOaths.prototype.keyId = $util.newBuffer([]);

            /**
             * StoredOaths members.
             * @member {Array.<Uint8Array>} members
             * @memberof permafrost.v1.StoredOaths
             * @instance
             */
            StoredOaths.prototype.members = $util.emptyArray;

            /**
             * StoredOaths oaths.
             * @member {Array.<permafrost.v1.Oath>} oaths
             * @memberof permafrost.v1.StoredOaths
             * @instance
             */
            StoredOaths.prototype.oaths = $util.emptyArray;

            /**
             * Creates a new StoredOaths instance using the specified properties.
             * @function create
             * @memberof permafrost.v1.StoredOaths
             * @static
             * @param {permafrost.v1.StoredOaths.$Properties=} [properties] Properties to set
             * @returns {permafrost.v1.StoredOaths} StoredOaths instance
             * @type {{
             *   (properties: permafrost.v1.StoredOaths.$Shape): permafrost.v1.StoredOaths & permafrost.v1.StoredOaths.$Shape;
             *   (properties?: permafrost.v1.StoredOaths.$Properties): permafrost.v1.StoredOaths;
             * }}
             */
            StoredOaths.create = function(properties) {
                return new StoredOaths(properties);
            };

            /**
             * Encodes the specified StoredOaths message. Does not implicitly {@link permafrost.v1.StoredOaths.verify|verify} messages.
             * @function encode
             * @memberof permafrost.v1.StoredOaths
             * @static
             * @param {permafrost.v1.StoredOaths.$Properties} message StoredOaths message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            StoredOaths.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.keyId != null && $Object.hasOwnProperty.call(message, "keyId") && message.keyId.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.keyId);
                if (message.members != null && message.members.length)
                    for (let i = 0; i < message.members.length; ++i)
                        writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.members[i]);
                if (message.oaths != null && message.oaths.length)
                    for (let i = 0; i < message.oaths.length; ++i)
                        $root.permafrost.v1.Oath.encode(message.oaths[i], writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a StoredOaths message from the specified reader or buffer.
             * @function decode
             * @memberof permafrost.v1.StoredOaths
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {permafrost.v1.StoredOaths & permafrost.v1.StoredOaths.$Shape} StoredOaths
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            StoredOaths.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.permafrost.v1.StoredOaths();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.keyId = value;
                            else
                                delete message.keyId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.members && message.members.length))
                                message.members = [];
                            message.members.push(reader.bytes());
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (!(message.oaths && message.oaths.length))
                                message.oaths = [];
                            message.oaths.push($root.permafrost.v1.Oath.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return StoredOaths;
        })();

        v1.StoredBoot = (function() {

            /**
             * Properties of a StoredBoot.
             * @typedef {Object} permafrost.v1.StoredBoot.$Properties
             * @property {number|Long} [counter] StoredBoot counter
             * @property {Uint8Array} [bootId] StoredBoot bootId
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a StoredBoot.
             * @memberof permafrost.v1
             * @interface IStoredBoot
             * @augments permafrost.v1.StoredBoot.$Properties
             * @deprecated Use permafrost.v1.StoredBoot.$Properties instead.
             */

            /**
             * Shape of a StoredBoot.
             * @typedef {permafrost.v1.StoredBoot.$Properties} permafrost.v1.StoredBoot.$Shape
             */

            /**
             * Constructs a new StoredBoot.
             * @memberof permafrost.v1
             * @classdesc Represents a StoredBoot.
             * @constructor
             * @param {permafrost.v1.StoredBoot.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const StoredBoot = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * StoredBoot counter.
             * @member {number|Long} counter
             * @memberof permafrost.v1.StoredBoot
             * @instance
             */
            StoredBoot.prototype.counter = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * StoredBoot bootId.
             * @member {Uint8Array} bootId
             * @memberof permafrost.v1.StoredBoot
             * @instance
             */
            StoredBoot.prototype.bootId = $util.newBuffer([]);

            /**
             * Creates a new StoredBoot instance using the specified properties.
             * @function create
             * @memberof permafrost.v1.StoredBoot
             * @static
             * @param {permafrost.v1.StoredBoot.$Properties=} [properties] Properties to set
             * @returns {permafrost.v1.StoredBoot} StoredBoot instance
             * @type {{
             *   (properties: permafrost.v1.StoredBoot.$Shape): permafrost.v1.StoredBoot & permafrost.v1.StoredBoot.$Shape;
             *   (properties?: permafrost.v1.StoredBoot.$Properties): permafrost.v1.StoredBoot;
             * }}
             */
            StoredBoot.create = function(properties) {
                return new StoredBoot(properties);
            };

            /**
             * Encodes the specified StoredBoot message. Does not implicitly {@link permafrost.v1.StoredBoot.verify|verify} messages.
             * @function encode
             * @memberof permafrost.v1.StoredBoot
             * @static
             * @param {permafrost.v1.StoredBoot.$Properties} message StoredBoot message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            StoredBoot.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.counter != null && $Object.hasOwnProperty.call(message, "counter") && (typeof message.counter === "object" ? message.counter.low || message.counter.high : message.counter !== 0))
                    writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.counter);
                if (message.bootId != null && $Object.hasOwnProperty.call(message, "bootId") && message.bootId.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.bootId);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a StoredBoot message from the specified reader or buffer.
             * @function decode
             * @memberof permafrost.v1.StoredBoot
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {permafrost.v1.StoredBoot & permafrost.v1.StoredBoot.$Shape} StoredBoot
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            StoredBoot.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.permafrost.v1.StoredBoot();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.counter = value;
                            else
                                delete message.counter;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.bootId = value;
                            else
                                delete message.bootId;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return StoredBoot;
        })();

        v1.StoredRequest = (function() {

            /**
             * Properties of a StoredRequest.
             * @typedef {Object} permafrost.v1.StoredRequest.$Properties
             * @property {permafrost.v1.SignatureRequest.$Properties} [request] StoredRequest request
             * @property {Uint8Array} [signature] StoredRequest signature
             * @property {number} [epoch] StoredRequest epoch
             * @property {Array.<string>} [signers] StoredRequest signers
             * @property {number|Long} [atMs] StoredRequest atMs
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a StoredRequest.
             * @memberof permafrost.v1
             * @interface IStoredRequest
             * @augments permafrost.v1.StoredRequest.$Properties
             * @deprecated Use permafrost.v1.StoredRequest.$Properties instead.
             */

            /**
             * Shape of a StoredRequest.
             * @typedef {permafrost.v1.StoredRequest.$Properties} permafrost.v1.StoredRequest.$Shape
             */

            /**
             * Constructs a new StoredRequest.
             * @memberof permafrost.v1
             * @classdesc Represents a StoredRequest.
             * @constructor
             * @param {permafrost.v1.StoredRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const StoredRequest = function (properties) {
                this.signers = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * StoredRequest request.
             * @member {permafrost.v1.SignatureRequest} request
             * @memberof permafrost.v1.StoredRequest
             * @instance
             */
            StoredRequest.prototype.request = null;

            /**
             * StoredRequest signature.
             * @member {Uint8Array} signature
             * @memberof permafrost.v1.StoredRequest
             * @instance
             */
            StoredRequest.prototype.signature = $util.newBuffer([]);

            /**
             * StoredRequest epoch.
             * @member {number} epoch
             * @memberof permafrost.v1.StoredRequest
             * @instance
             */
            StoredRequest.prototype.epoch = 0;

            /**
             * StoredRequest signers.
             * @member {Array.<string>} signers
             * @memberof permafrost.v1.StoredRequest
             * @instance
             */
            StoredRequest.prototype.signers = $util.emptyArray;

            /**
             * StoredRequest atMs.
             * @member {number|Long} atMs
             * @memberof permafrost.v1.StoredRequest
             * @instance
             */
            StoredRequest.prototype.atMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Creates a new StoredRequest instance using the specified properties.
             * @function create
             * @memberof permafrost.v1.StoredRequest
             * @static
             * @param {permafrost.v1.StoredRequest.$Properties=} [properties] Properties to set
             * @returns {permafrost.v1.StoredRequest} StoredRequest instance
             * @type {{
             *   (properties: permafrost.v1.StoredRequest.$Shape): permafrost.v1.StoredRequest & permafrost.v1.StoredRequest.$Shape;
             *   (properties?: permafrost.v1.StoredRequest.$Properties): permafrost.v1.StoredRequest;
             * }}
             */
            StoredRequest.create = function(properties) {
                return new StoredRequest(properties);
            };

            /**
             * Encodes the specified StoredRequest message. Does not implicitly {@link permafrost.v1.StoredRequest.verify|verify} messages.
             * @function encode
             * @memberof permafrost.v1.StoredRequest
             * @static
             * @param {permafrost.v1.StoredRequest.$Properties} message StoredRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            StoredRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.request != null && $Object.hasOwnProperty.call(message, "request"))
                    $root.permafrost.v1.SignatureRequest.encode(message.request, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.signature != null && $Object.hasOwnProperty.call(message, "signature") && message.signature.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.signature);
                if (message.epoch != null && $Object.hasOwnProperty.call(message, "epoch") && message.epoch !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.epoch);
                if (message.signers != null && message.signers.length)
                    for (let i = 0; i < message.signers.length; ++i)
                        writer.uint32(/* id 4, wireType 2 =*/34).string(message.signers[i]);
                if (message.atMs != null && $Object.hasOwnProperty.call(message, "atMs") && (typeof message.atMs === "object" ? message.atMs.low || message.atMs.high : message.atMs !== 0))
                    writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.atMs);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a StoredRequest message from the specified reader or buffer.
             * @function decode
             * @memberof permafrost.v1.StoredRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {permafrost.v1.StoredRequest & permafrost.v1.StoredRequest.$Shape} StoredRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            StoredRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.permafrost.v1.StoredRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.request = $root.permafrost.v1.SignatureRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.request);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.signature = value;
                            else
                                delete message.signature;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.epoch = value;
                            else
                                delete message.epoch;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if (!(message.signers && message.signers.length))
                                message.signers = [];
                            message.signers.push(reader.stringVerify());
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.atMs = value;
                            else
                                delete message.atMs;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return StoredRequest;
        })();

        v1.StoredFault = (function() {

            /**
             * Properties of a StoredFault.
             * @typedef {Object} permafrost.v1.StoredFault.$Properties
             * @property {number|Long} [atMs] StoredFault atMs
             * @property {Uint8Array} [hostPub] StoredFault hostPub
             * @property {string} [code] StoredFault code
             * @property {Uint8Array} [evidence] StoredFault evidence
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a StoredFault.
             * @memberof permafrost.v1
             * @interface IStoredFault
             * @augments permafrost.v1.StoredFault.$Properties
             * @deprecated Use permafrost.v1.StoredFault.$Properties instead.
             */

            /**
             * Shape of a StoredFault.
             * @typedef {permafrost.v1.StoredFault.$Properties} permafrost.v1.StoredFault.$Shape
             */

            /**
             * Constructs a new StoredFault.
             * @memberof permafrost.v1
             * @classdesc Represents a StoredFault.
             * @constructor
             * @param {permafrost.v1.StoredFault.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const StoredFault = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * StoredFault atMs.
             * @member {number|Long} atMs
             * @memberof permafrost.v1.StoredFault
             * @instance
             */
            StoredFault.prototype.atMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * StoredFault hostPub.
             * @member {Uint8Array} hostPub
             * @memberof permafrost.v1.StoredFault
             * @instance
             */
            StoredFault.prototype.hostPub = $util.newBuffer([]);

            /**
             * StoredFault code.
             * @member {string} code
             * @memberof permafrost.v1.StoredFault
             * @instance
             */
            StoredFault.prototype.code = "";

            /**
             * StoredFault evidence.
             * @member {Uint8Array} evidence
             * @memberof permafrost.v1.StoredFault
             * @instance
             */
            StoredFault.prototype.evidence = $util.newBuffer([]);

            /**
             * Creates a new StoredFault instance using the specified properties.
             * @function create
             * @memberof permafrost.v1.StoredFault
             * @static
             * @param {permafrost.v1.StoredFault.$Properties=} [properties] Properties to set
             * @returns {permafrost.v1.StoredFault} StoredFault instance
             * @type {{
             *   (properties: permafrost.v1.StoredFault.$Shape): permafrost.v1.StoredFault & permafrost.v1.StoredFault.$Shape;
             *   (properties?: permafrost.v1.StoredFault.$Properties): permafrost.v1.StoredFault;
             * }}
             */
            StoredFault.create = function(properties) {
                return new StoredFault(properties);
            };

            /**
             * Encodes the specified StoredFault message. Does not implicitly {@link permafrost.v1.StoredFault.verify|verify} messages.
             * @function encode
             * @memberof permafrost.v1.StoredFault
             * @static
             * @param {permafrost.v1.StoredFault.$Properties} message StoredFault message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            StoredFault.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.atMs != null && $Object.hasOwnProperty.call(message, "atMs") && (typeof message.atMs === "object" ? message.atMs.low || message.atMs.high : message.atMs !== 0))
                    writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.atMs);
                if (message.hostPub != null && $Object.hasOwnProperty.call(message, "hostPub") && message.hostPub.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.hostPub);
                if (message.code != null && $Object.hasOwnProperty.call(message, "code") && message.code !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.code);
                if (message.evidence != null && $Object.hasOwnProperty.call(message, "evidence") && message.evidence.length)
                    writer.uint32(/* id 4, wireType 2 =*/34).bytes(message.evidence);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a StoredFault message from the specified reader or buffer.
             * @function decode
             * @memberof permafrost.v1.StoredFault
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {permafrost.v1.StoredFault & permafrost.v1.StoredFault.$Shape} StoredFault
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            StoredFault.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.permafrost.v1.StoredFault();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.atMs = value;
                            else
                                delete message.atMs;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.hostPub = value;
                            else
                                delete message.hostPub;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.code = value;
                            else
                                delete message.code;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.evidence = value;
                            else
                                delete message.evidence;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return StoredFault;
        })();

        return v1;
    })();

    return permafrost;
})();

export {
  $root as default
};
