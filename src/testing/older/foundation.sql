-- Rows as the platform of the first three migrations wrote them: one in every table. Read by src/testing/older.db.test.ts.
create function pg_temp.id(name text) returns uuid language sql immutable
  return overlay(overlay(md5(name) placing '7' from 13) placing '8' from 17)::uuid;

insert into "Installation" ("id", "demoLoadedAt", "firstRunCodeHash", "createdAt") values ('self', null, null, '2026-01-10 09:00+03');

insert into "Unit" ("id", "parentId", "path", "kind", "name", "shortName", "nameGenitive", "namePrepositional", "municipalityId", "regionId", "municipalityKind", "oktmo", "oktmoCheckDigit", "timeZone", "population", "longitude", "latitude", "headTitle", "organisationKind", "address", "phone", "createdAt") values
  (pg_temp.id('country'), null, array[pg_temp.id('country')], 'country', 'Российская Федерация', 'Россия', null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, '2026-01-10 09:00+03'),
  (pg_temp.id('region'), pg_temp.id('country'), array[pg_temp.id('country'), pg_temp.id('region')], 'region', 'Кировская область', 'Кировская область', null, null, null, pg_temp.id('region'), null, '33000000', null, 'Europe/Kirov', 1100000, 49.6, 58.6, null, null, null, null, '2026-01-10 09:00+03'),
  (pg_temp.id('municipality'), pg_temp.id('region'), array[pg_temp.id('country'), pg_temp.id('region'), pg_temp.id('municipality')], 'municipality', 'Яранский муниципальный район', 'Яранский район', 'Яранского района', 'Яранском районе', pg_temp.id('municipality'), pg_temp.id('region'), 'municipalDistrict', '33658000', '4', 'Europe/Kirov', 20000, 47.9, 57.3, 'глава района', null, null, null, '2026-01-10 09:00+03'),
  (pg_temp.id('school'), pg_temp.id('municipality'), array[pg_temp.id('country'), pg_temp.id('region'), pg_temp.id('municipality'), pg_temp.id('school')], 'organisation', 'Средняя школа № 2', 'Школа № 2', null, null, pg_temp.id('municipality'), pg_temp.id('region'), null, null, null, null, null, null, null, null, 'school', 'г. Яранск, ул. Кирова, 5', '+78336720000', '2026-01-11 09:00+03');
insert into "UnitVersion" ("id", "unitId", "validFrom", "validTo", "name", "oktmo", "parentId", "reason") values
  (pg_temp.id('version before'), pg_temp.id('municipality'), '2006-01-01', '2020-06-01', 'Яранский район', '33658000', pg_temp.id('region'), 'закон области'),
  (pg_temp.id('version now'), pg_temp.id('municipality'), '2020-06-01', null, 'Яранский муниципальный район', '33658000', pg_temp.id('region'), 'закон области');
insert into "Boundary" ("id", "unitId", "regionId", "geometry", "attribution", "importedAt", "importedById") values
  (pg_temp.id('boundary'), pg_temp.id('municipality'), pg_temp.id('region'), '{"type":"Polygon","coordinates":[[[47,57],[48,57],[48,58],[47,57]]]}', 'администрация района', '2026-01-12 09:00+03', pg_temp.id('head'));

insert into "Marathon" ("id", "slug", "name", "scopeUnitId", "startsOn", "endsOn", "closingEndsOn", "reactionWorkingDays", "answerWorkingDays", "ticketFirstResponseWorkingHours", "ticketResolutionWorkingDays", "createdAt") values
  (pg_temp.id('marathon'), 'm2026', 'Муниципальный диалог – 2026', pg_temp.id('country'), '2026-02-16', '2026-03-31', '2026-06-30', 4, 12, 6, 2, '2026-01-15 09:00+03');
insert into "Direction" ("id", "marathonId", "municipalityId", "key", "name", "nameEn", "position") values
  (pg_temp.id('direction'), pg_temp.id('marathon'), null, 'housing', 'Жильё и ЖКХ', 'Housing', 1),
  (pg_temp.id('own direction'), pg_temp.id('marathon'), pg_temp.id('municipality'), 'river', 'Река Ярань', 'The river', 2);
insert into "Participation" ("marathonId", "municipalityId", "hotlinePhone", "hotlineHours", "rankingPublic", "figuresPublic", "setUpAt", "createdAt") values
  (pg_temp.id('marathon'), pg_temp.id('municipality'), '+78336721111', 'пн–пт 8–17', false, true, '2026-02-10 09:00+03', '2026-01-15 09:00+03');
insert into "Body" ("id", "marathonId", "municipalityId", "kind", "name", "createdAt") values
  (pg_temp.id('group'), pg_temp.id('marathon'), pg_temp.id('municipality'), 'workingGroup', 'Группа ЖКХ', '2026-02-01 09:00+03'),
  (pg_temp.id('hotline'), pg_temp.id('marathon'), pg_temp.id('municipality'), 'hotline', 'Горячая линия', '2026-02-01 09:00+03');
insert into "BodyDirection" ("bodyId", "directionId", "municipalityId") values (pg_temp.id('group'), pg_temp.id('direction'), pg_temp.id('municipality'));
insert into "OrganisationLink" ("id", "organisationId", "bodyId", "startsOn", "endsOn") values (pg_temp.id('link'), pg_temp.id('school'), pg_temp.id('group'), '2026-02-16', null);

insert into "Person" ("id", "familyName", "givenName", "patronymic", "birthDate", "locale", "assurance", "passwordHash", "sessionVersion", "registeredById", "registeredAtUnitId", "createdAt") values
  (pg_temp.id('head'), 'Трефилов', 'Илья', 'Сергеевич', null, 'ru', 'emailConfirmed', '$argon2id$v=19$m=19456,t=2,p=1$slS6iiY4MPX6BssKLJPRZA$2bUFNv9Xn71K+2J+WNnjCprClwLMC9DDViHzS+mk3cQ', 1, null, null, '2026-01-12 09:00+03'),
  (pg_temp.id('lead'), 'Лобанов', 'Павел', null, null, 'ru', 'emailConfirmed', '$argon2id$v=19$m=19456,t=2,p=1$slS6iiY4MPX6BssKLJPRZA$2bUFNv9Xn71K+2J+WNnjCprClwLMC9DDViHzS+mk3cQ', 1, null, null, '2026-02-01 09:00+03'),
  (pg_temp.id('operator'), 'Громова', 'Ольга', null, null, 'ru', 'emailConfirmed', null, 1, null, null, '2026-02-01 09:00+03'),
  (pg_temp.id('coordinator'), 'Носова', 'Ирина', null, null, 'ru', 'emailConfirmed', null, 1, null, null, '2026-02-01 09:00+03'),
  (pg_temp.id('resident'), 'Ёлкина', 'Галина', 'Степановна', '1951-05-09', 'ru', 'confirmedInPerson', null, 1, pg_temp.id('coordinator'), pg_temp.id('school'), '2026-02-17 10:00+03');
insert into "Contact" ("id", "personId", "kind", "value", "verifiedAt", "createdAt") values
  (pg_temp.id('contact head'), pg_temp.id('head'), 'email', 'head@example.org', '2026-01-12 09:05+03', '2026-01-12 09:00+03'),
  (pg_temp.id('contact lead'), pg_temp.id('lead'), 'email', 'lead@example.org', '2026-02-01 09:05+03', '2026-02-01 09:00+03'),
  (pg_temp.id('contact resident'), pg_temp.id('resident'), 'phone', '+79120000001', null, '2026-02-17 10:00+03');
insert into "OneTimeToken" ("id", "personId", "purpose", "hash", "expiresAt", "usedAt", "createdById", "createdAt") values
  (pg_temp.id('token'), pg_temp.id('lead'), 'confirmEmail', 'hash-of-a-link', '2026-02-03 09:00+03', '2026-02-01 09:05+03', null, '2026-02-01 09:00+03');
insert into "ConsentDocument" ("id", "purpose", "version", "title", "text", "operator", "publishedAt") values
  (pg_temp.id('document'), 'processing', 1, 'Согласие на обработку', 'Я даю согласие.', 'Администрация района', '2026-01-15 09:00+03');
insert into "Consent" ("id", "personId", "documentId", "channel", "givenAt", "recordedById", "paperCase") values
  (pg_temp.id('consent'), pg_temp.id('resident'), pg_temp.id('document'), 'paper', '2026-02-17 10:00+03', pg_temp.id('coordinator'), 'дело № 4-М');
insert into "Registration" ("id", "marathonId", "personId", "municipalityId", "organisationId", "hiddenFromOrganisation", "joinedAt", "countedAt") values
  (pg_temp.id('registration'), pg_temp.id('marathon'), pg_temp.id('resident'), pg_temp.id('municipality'), pg_temp.id('school'), false, '2026-02-17 10:00+03', '2026-02-17 10:00+03');
insert into "AccessLogEntry" ("id", "byId", "role", "personId", "what", "at") values
  (pg_temp.id('look'), pg_temp.id('coordinator'), 'coordinator', pg_temp.id('resident'), 'record', '2026-02-18 10:00+03');

insert into "Appointment" ("id", "personId", "role", "unitId", "bodyId", "municipalityId", "marathonId", "startsAt", "endsAt", "actKind", "actNumber", "actDate", "appointedById", "substitutesId", "createdAt") values
  (pg_temp.id('post head'), pg_temp.id('head'), 'head', pg_temp.id('municipality'), null, pg_temp.id('municipality'), null, '2026-01-12 09:00+03', null, null, null, null, null, null, '2026-01-12 09:00+03'),
  (pg_temp.id('post lead'), pg_temp.id('lead'), 'workingGroupLead', null, pg_temp.id('group'), pg_temp.id('municipality'), pg_temp.id('marathon'), '2026-02-01 09:00+03', '2026-07-01 00:00+03', 'directive', '17-р', '2026-01-30', pg_temp.id('head'), null, '2026-02-01 09:00+03'),
  (pg_temp.id('post operator'), pg_temp.id('operator'), 'operator', null, pg_temp.id('hotline'), pg_temp.id('municipality'), pg_temp.id('marathon'), '2026-02-01 09:00+03', '2026-07-01 00:00+03', null, null, null, pg_temp.id('head'), null, '2026-02-01 09:00+03'),
  (pg_temp.id('post coordinator'), pg_temp.id('coordinator'), 'coordinator', pg_temp.id('school'), null, pg_temp.id('municipality'), pg_temp.id('marathon'), '2026-02-01 09:00+03', '2026-07-01 00:00+03', null, null, null, pg_temp.id('lead'), null, '2026-02-01 09:00+03');
insert into "Briefing" ("id", "appointmentId", "material", "briefedById", "briefedAt", "acknowledgedAt") values
  (pg_temp.id('briefing'), pg_temp.id('post coordinator'), 'Памятка координатора', pg_temp.id('lead'), '2026-02-10 09:00+03', null);

insert into "PosterLink" ("id", "code", "marathonId", "municipalityId", "organisationId", "label", "createdById", "createdAt") values
  (pg_temp.id('poster'), 'yar2', pg_temp.id('marathon'), pg_temp.id('municipality'), pg_temp.id('school'), 'Доска объявлений', pg_temp.id('coordinator'), '2026-02-16 09:00+03');
insert into "InitiativeDraft" ("id", "tokenHash", "authorId", "helperId", "helperUnitId", "marathonId", "posterLinkId", "content", "version", "createdAt", "updatedAt") values
  (pg_temp.id('draft'), null, pg_temp.id('resident'), pg_temp.id('coordinator'), pg_temp.id('school'), pg_temp.id('marathon'), pg_temp.id('poster'), '{"title":"Скамейка у почты"}', 2, '2026-03-01 09:00+03', '2026-03-01 09:10+03');
insert into "Initiative" ("id", "number", "marathonId", "municipalityId", "consideringId", "originatingId", "handedToId", "directionId", "authorId", "helperId", "namePublished", "initiatorKind", "title", "essence", "expectedResult", "placeText", "status", "posterLinkId", "supportCount", "version", "submittedAt", "dueAt", "pausedWorkingDaysLeft", "updatedAt") values
  (pg_temp.id('initiative'), 7, pg_temp.id('marathon'), pg_temp.id('municipality'), pg_temp.id('group'), pg_temp.id('school'), pg_temp.id('region'), pg_temp.id('direction'), pg_temp.id('resident'), pg_temp.id('coordinator'), false, 'pensioner', 'Починить подъезд', 'Дверь не закрывается второй год.', 'В подъезде тепло.', 'ул. Свободы, 4', 'inConsideration', pg_temp.id('poster'), 1, 3, '2026-02-18 10:00+03', '2026-03-12 20:59+03', null, '2026-02-19 10:00+03'),
  (pg_temp.id('asked'), 8, pg_temp.id('marathon'), pg_temp.id('municipality'), pg_temp.id('group'), null, null, pg_temp.id('direction'), pg_temp.id('resident'), null, false, 'pensioner', 'Осветить двор', 'Темно по вечерам.', 'Светло.', null, 'clarification', null, 0, 4, '2026-02-20 10:00+03', null, 9, '2026-02-24 10:00+03');
select setval(pg_get_serial_sequence('"Initiative"', 'number'), 8);
insert into "InitiativeEvent" ("id", "initiativeId", "kind", "visibility", "byId", "byRole", "toStatus", "text", "data", "at") values
  (pg_temp.id('event submitted'), pg_temp.id('initiative'), 'submitted', 'public', pg_temp.id('coordinator'), 'coordinator', 'submitted', null, '{"helperUnitId":null}', '2026-02-18 10:00+03');
insert into "DecisionProposal" ("initiativeId", "decision", "competence", "text", "preparedById", "preparedAt", "version") values
  (pg_temp.id('initiative'), 'alreadyUnderWay', 'municipal', 'Дверь заменят в апреле по программе.', pg_temp.id('lead'), '2026-03-01 10:00+03', 1);
insert into "InitiativeSupport" ("initiativeId", "personId", "at") values (pg_temp.id('initiative'), pg_temp.id('operator'), '2026-02-25 10:00+03');
insert into "Nomination" ("id", "initiativeId", "fromBodyId", "fromUnitId", "toUnitId", "reason", "byId", "at") values
  (pg_temp.id('nomination'), pg_temp.id('initiative'), pg_temp.id('group'), null, pg_temp.id('region'), 'Нужна областная программа.', pg_temp.id('lead'), '2026-03-02 10:00+03');

insert into "Ticket" ("id", "number", "marathonId", "municipalityId", "hotlineId", "handedToId", "channel", "personId", "callerName", "callerPhone", "subject", "question", "status", "claimedById", "createdById", "version", "createdAt", "firstResponseDueAt", "resolutionDueAt", "updatedAt") values
  (pg_temp.id('ticket'), 5, pg_temp.id('marathon'), pg_temp.id('municipality'), pg_temp.id('hotline'), null, 'phone', null, 'Мария', '+79120000002', 'Как подать', 'Где найти координатора?', 'claimed', pg_temp.id('operator'), pg_temp.id('operator'), 2, '2026-03-03 10:00+03', '2026-03-03 14:00+03', '2026-03-06 17:00+03', '2026-03-03 10:05+03');
select setval(pg_get_serial_sequence('"Ticket"', 'number'), 5);
insert into "TicketMessage" ("id", "ticketId", "kind", "text", "byId", "byRole", "at") values
  (pg_temp.id('ticket message'), pg_temp.id('ticket'), 'question', 'Где найти координатора?', pg_temp.id('operator'), 'operator', '2026-03-03 10:00+03');

insert into "Target" ("id", "marathonId", "municipalityId", "metric", "directionId", "organisationId", "value", "setById", "setAt", "version") values
  (pg_temp.id('target'), pg_temp.id('marathon'), pg_temp.id('municipality'), 'initiatives', null, null, 40, pg_temp.id('head'), '2026-02-16 09:00+03', 1);
insert into "Checkpoint" ("id", "marathonId", "municipalityId", "name", "date", "minutes", "createdById", "createdAt") values
  (pg_temp.id('checkpoint'), pg_temp.id('marathon'), pg_temp.id('municipality'), 'Середина марафона', '2026-03-01', 1080, pg_temp.id('head'), '2026-02-16 09:00+03');
insert into "CheckpointFigure" ("checkpointId", "municipalityId", "users", "unconfirmed", "gross", "net", "usersTarget", "initiativesTarget", "frozenAt", "approvedAt", "approvedById", "approvedOnPaper") values
  (pg_temp.id('checkpoint'), pg_temp.id('municipality'), 1, 0, 2, 2, null, 40, '2026-03-01 18:00+03', '2026-03-02 09:00+03', pg_temp.id('head'), true);
insert into "LedgerEntry" ("marathonId", "municipalityId", "organisationId", "directionId", "attribution", "users", "gross", "net", "at", "day", "subjectId", "folded") values
  (pg_temp.id('marathon'), pg_temp.id('municipality'), pg_temp.id('school'), null, 'coordinator', 1, 0, 0, '2026-02-17 10:00+03', '2026-02-17', pg_temp.id('resident'), true),
  (pg_temp.id('marathon'), pg_temp.id('municipality'), pg_temp.id('school'), pg_temp.id('direction'), 'coordinator', 0, 1, 1, '2026-02-18 10:00+03', '2026-02-18', pg_temp.id('initiative'), true),
  (pg_temp.id('marathon'), pg_temp.id('municipality'), null, pg_temp.id('direction'), 'resident', 0, 1, 1, '2026-02-20 10:00+03', '2026-02-20', pg_temp.id('asked'), false);
insert into "LedgerTotal" ("marathonId", "municipalityId", "organisationId", "directionId", "attribution", "day", "users", "unconfirmed", "gross", "net", "answered", "included") values
  (pg_temp.id('marathon'), pg_temp.id('municipality'), pg_temp.id('school'), '00000000-0000-0000-0000-000000000000', 'coordinator', '2026-02-17', 1, 0, 0, 0, 0, 0),
  (pg_temp.id('marathon'), pg_temp.id('municipality'), pg_temp.id('school'), pg_temp.id('direction'), 'coordinator', '2026-02-18', 0, 0, 1, 1, 0, 0);

insert into "Notification" ("id", "personId", "kind", "params", "href", "dedupeKey", "at", "readAt") values
  (pg_temp.id('notification'), pg_temp.id('lead'), 'initiative.submitted', '{"number":7}', '/desk/queue', 'submitted:7', '2026-02-18 10:00+03', null);
insert into "Email" ("id", "toAddress", "subject", "text", "html", "dedupeKey", "status", "attempts", "nextAttemptAt", "sentAt", "createdAt") values
  (pg_temp.id('used letter'), 'lead@example.org', 'Подтвердите почту', 'Ссылка: …', '<p>Ссылка</p>', 'people.confirm:hash-of-a-link', 'sent', 1, '2026-02-01 09:00+03', '2026-02-01 09:01+03', '2026-02-01 09:00+03'),
  (pg_temp.id('letter'), 'lead@example.org', 'Новая инициатива', 'Посмотрите очередь.', '<p>Посмотрите очередь.</p>', 'submitted:7', 'queued', 0, '2026-02-18 10:00+03', null, '2026-02-18 10:00+03');
insert into "Event" ("type", "payload", "actorId", "at", "attempts", "dispatchedAt") values ('person.joined', '{}', pg_temp.id('coordinator'), '2026-02-17 10:00+03', 1, '2026-02-17 10:00+03');
insert into "IdempotencyKey" ("owner", "procedure", "key", "inputHash", "result", "createdAt") values ('person:1', 'initiative.submit', 'key', 'hash', '{"ok":true}', '2026-02-18 10:00+03');
